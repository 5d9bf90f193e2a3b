package io.praetor.adapters.lucene;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.PassageIndex;
import io.praetor.retrieval.PassageIndexContract;
import java.util.Optional;

class LuceneIndexTest extends PassageIndexContract {
    @Override
    protected PassageIndex index(Corpus corpus) {
        return LuceneIndex.inMemory(corpus, Optional.empty());
    }
}
