package io.praetor.adapters.lucene;

import io.praetor.retrieval.CorpusEntry;
import io.praetor.retrieval.PassageIndex;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** What a query may find, as Lucene's filter; says the same as {@link CorpusEntry#isFor}. */
final class Filters {
    private Filters() {}

    static BooleanQuery of(PassageIndex.Query query) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        filter.add(is(Documents.KIND, query.kind().name()), Occur.FILTER);
        filter.add(either(Documents.POLICY, Optional.of(query.policy())), Occur.FILTER);
        filter.add(either(Documents.TEAM, query.team()), Occur.FILTER);
        if (query.family().isPresent()) {
            filter.add(either(Documents.FAMILY, query.family()), Occur.FILTER);
        }
        query.without().forEach(id -> filter.add(is(Documents.ID, id), Occur.MUST_NOT));
        return filter.build();
    }

    private static BooleanQuery either(String field, Optional<String> value) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(is(field, Documents.EVERY), Occur.SHOULD);
        value.ifPresent(one -> either.add(is(field, one), Occur.SHOULD));
        return either.build();
    }

    private static TermQuery is(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
