package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.lucene.LuceneIndex;
import io.praetor.adapters.memory.MemoryPassageIndex;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.HybridRetriever;
import io.praetor.retrieval.HybridRetriever.Withheld;
import io.praetor.retrieval.PassageIndex;
import io.praetor.rules.RuleEngine;
import io.praetor.suite.RetrievalRecall;
import io.praetor.suite.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How well the shipped policy's clauses are found for the shipped scenarios. */
class SampleRetrievalTest {
    private static final Instant AT = Instant.parse("2026-03-10T10:00:00Z");

    private final List<Scenario> scenarios = Shipped.scenarios();
    private final PolicySet policy = SampleDecisions.under(Shipped.text(Shipped.POLICY)).policy();
    private final Corpus corpus = Corpus.of(PolicyLibrary.of(policy), List.of());

    private RetrievalRecall recall(PassageIndex index, List<Scenario> asked) {
        ActingVersion version = ActingVersion.ofRules("test", RuleEngine.compile(policy));
        ActiveVersionSource versions = _ -> version;
        return RetrievalRecall.of(
                "test",
                asked,
                new HybridRetriever(corpus, index, Withheld.CASE_UNDER_TEST),
                versions,
                AT);
    }

    @Test
    void wordsAloneFindTheDeterminingClausesOfNineteenInTwenty() {
        RetrievalRecall recall = recall(LuceneIndex.inMemory(corpus, Optional.empty()), scenarios);
        assertThat(recall.retrieved().of()).isGreaterThan(180);
        assertThat(recall.retrieved().share().orElseThrow())
                .as("missed: %s", recall.missed())
                .isGreaterThan(.95);
        assertThat(recall.searched().share().orElseThrow()).isGreaterThan(.8);
        assertThat(recall.missed())
                .hasSize(recall.retrieved().of() - recall.retrieved().hits())
                .allMatch(id -> id.startsWith("ambiguous-"));
    }

    @Test
    void thePlainestIndexFindsWhatTheRulesRestOn() {
        List<Scenario> settled =
                scenarios.stream().filter(each -> each.id().startsWith("trust-")).toList();
        RetrievalRecall recall = recall(new MemoryPassageIndex(corpus), settled);
        assertThat(recall.retrieved().of()).isEqualTo(settled.size());
        assertThat(recall.missed()).isEmpty();
    }

    @Test
    void scenariosWithoutClausesAreNotAsked() {
        List<Scenario> silent =
                scenarios.stream().filter(each -> each.clauses().isEmpty()).toList();
        assertThat(silent).isNotEmpty();
        assertThat(recall(new MemoryPassageIndex(corpus), silent).retrieved().of()).isZero();
    }
}
