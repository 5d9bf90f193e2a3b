package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Passage.Kind;
import io.praetor.retrieval.PassageIndex.Hit;
import io.praetor.retrieval.PassageIndex.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every index keeps to: filters, bounds, order, exclusion and rebuilding. */
public abstract class PassageIndexContract {
    private static final String EVERYTHING =
            "deploy approval ring rollout rolls footer ledger review staging colleague count"
                    + " denied";

    protected abstract PassageIndex index(Corpus corpus);

    private final Corpus corpus = CorpusSamples.corpus();
    private final PolicySet standard = CorpusSamples.standard();

    private Query query(Kind kind, String text) {
        return query(kind, text, standard, Optional.empty());
    }

    private static Query query(Kind kind, String text, PolicySet policy, Optional<String> team) {
        String hash = policy.header().hash();
        return new Query(text, kind, hash, team, Optional.empty(), Set.of(), 10);
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(Hit::passage).toList();
    }

    @Test
    void itNamesTheCorpusItWasBuiltFrom() {
        assertThat(index(corpus).snapshot()).isEqualTo(corpus.snapshot());
    }

    @Test
    void theClauseThatSharesTheRarestWordsComesFirst() {
        PassageIndex index = index(corpus);
        assertThat(ids(index.search(query(Kind.CLAUSE, "who gave this approval?"))).getFirst())
                .isEqualTo("deploy.approval");
        assertThat(ids(index.search(query(Kind.CLAUSE, "a closed ring"))).getFirst())
                .isEqualTo("witness.ring");
    }

    @Test
    void aClauseIsFoundByWhatItsRulesSay() {
        PassageIndex index = index(corpus);
        assertThat(ids(index.search(query(Kind.CLAUSE, "rollout"))))
                .containsExactly("deploy.approval");
        assertThat(ids(index.search(query(Kind.CLAUSE, "mutual_share".replace('_', ' ')))))
                .containsExactly("witness.ring");
    }

    @Test
    void onlyThePolicyAskedForCounts() {
        PassageIndex index = index(corpus);
        PolicySet payments = CorpusSamples.payments();
        assertThat(ids(index.search(query(Kind.NORM, EVERYTHING, payments, Optional.empty()))))
                .containsExactly("norm.payments.1");
        assertThat(ids(index.search(query(Kind.CLAUSE, "closed ring", payments, Optional.empty()))))
                .doesNotContain("witness.ring");
        Query unknown =
                new Query(
                        EVERYTHING,
                        Kind.CLAUSE,
                        "ff",
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        9);
        assertThat(index.search(unknown)).isEmpty();
    }

    @Test
    void precedentsAreThoseOfTheTeamAndOfNobody() {
        PassageIndex index = index(corpus);
        checkPrecedents(index, Optional.empty(), Optional.empty(), Set.of("all", "read"));
        checkPrecedents(
                index, Optional.of("web"), Optional.empty(), Set.of("all", "read", "other"));
        checkPrecedents(index, Optional.of("web"), Optional.of("deploy"), Set.of("all", "other"));
        checkPrecedents(index, Optional.of("web"), Optional.of("admin"), Set.of());
    }

    private void checkPrecedents(
            PassageIndex index,
            Optional<String> team,
            Optional<String> family,
            Set<String> expected) {
        Query query =
                new Query(
                        EVERYTHING,
                        Kind.PRECEDENT,
                        standard.header().hash(),
                        team,
                        family,
                        Set.of(),
                        10);
        Set<String> found = new HashSet<>();
        ids(index.search(query)).forEach(id -> found.add(id.substring("precedent.".length())));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyAnswerIsOneTheQueryMayFindAndNoMoreThanAskedFor() {
        PassageIndex index = index(corpus);
        for (Kind kind : Kind.values()) {
            for (int max = 0; max < 5; max++) {
                Query query =
                        new Query(
                                EVERYTHING,
                                kind,
                                standard.header().hash(),
                                Optional.of("payments"),
                                Optional.of("deploy"),
                                Set.of("precedent.all"),
                                max);
                List<String> allowed =
                        corpus.entries().stream()
                                .filter(entry -> entry.isFor(query))
                                .map(entry -> entry.passage().id())
                                .toList();
                List<String> found = ids(index.search(query));
                assertThat(allowed).containsAll(found);
                assertThat(found).hasSize(Math.min(max, allowed.size())).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whatIsExcludedIsNotFound() {
        Query query =
                new Query(
                        "approval",
                        Kind.CLAUSE,
                        standard.header().hash(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("deploy.approval"),
                        10);
        assertThat(ids(index(corpus).search(query))).doesNotContain("deploy.approval");
    }

    @Test
    void theSameQuestionHasTheSameAnswerAfterRebuildingToo() {
        PassageIndex index = index(corpus);
        for (Kind kind : Kind.values()) {
            List<Hit> hits = index.search(query(kind, EVERYTHING));
            assertThat(hits).isNotEmpty();
            assertThat(index.search(query(kind, EVERYTHING))).isEqualTo(hits);
            assertThat(index(CorpusSamples.corpus()).search(query(kind, EVERYTHING)))
                    .isEqualTo(hits);
            for (int i = 1; i < hits.size(); i++) {
                assertThat(hits.get(i).score()).isLessThanOrEqualTo(hits.get(i - 1).score());
            }
        }
    }

    @Test
    void equallyGoodOnesComeInTheOrderOfTheirIds() {
        Corpus twins =
                Corpus.of(
                        CorpusSamples.library(),
                        List.of(
                                CorpusSamples.precedent(
                                        "b", Optional.empty(), "deploy", "ships it"),
                                CorpusSamples.precedent(
                                        "c", Optional.empty(), "deploy", "ships it"),
                                CorpusSamples.precedent(
                                        "a", Optional.empty(), "deploy", "ships it")));
        assertThat(ids(index(twins).search(query(Kind.PRECEDENT, "ships"))))
                .containsExactly("precedent.a", "precedent.b", "precedent.c");
    }

    @Test
    void aTextWithoutWordsFindsNothing() {
        for (String text : List.of("", "  ", "?!", "\u0000")) {
            assertThat(index(corpus).search(query(Kind.CLAUSE, text))).isEmpty();
        }
    }
}
