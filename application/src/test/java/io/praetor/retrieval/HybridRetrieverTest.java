package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.memory.MemoryPassageIndex;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.HybridRetriever.Withheld;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import io.praetor.testing.TestSituations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HybridRetrieverTest {
    private static final PolicySet POLICY = CorpusSamples.standard();
    private static final Situation DEPLOY =
            TestSituations.of("deploy").role("deployer").resource("env:staging").build();

    private static Passages retrieved(Situation situation, Evaluation byRules, Withheld withheld) {
        return retrieved(CorpusSamples.corpus(), situation, byRules, withheld);
    }

    private static Passages retrieved(
            Corpus corpus, Situation situation, Evaluation byRules, Withheld withheld) {
        return new HybridRetriever(corpus, new MemoryPassageIndex(corpus), withheld)
                .retrieve(situation, byRules, POLICY);
    }

    private static List<String> clauses(Passages passages) {
        return passages.clauses().stream().map(Passage::id).toList();
    }

    @Test
    void theRulesOwnClausesComeFirstThoughNoWordFindsThem() {
        Evaluation byRules =
                new Evaluation.Indeterminate(
                        io.praetor.policy.Effect.DENY,
                        "no word of it",
                        List.of(new ClauseId("witness.ring")),
                        List.of(),
                        List.of());
        assertThat(clauses(retrieved(DEPLOY, byRules, Withheld.NOTHING)))
                .startsWith("witness.ring");
    }

    @Test
    void whatNoRuleCoversBringsTheDefaultClause() {
        assertThat(
                        clauses(
                                retrieved(
                                        TestSituations.of("unheard").build(),
                                        new Evaluation.NotApplicable(),
                                        Withheld.NOTHING)))
                .startsWith("default.deny");
    }

    @Test
    void proseFindsAClauseThatNoRuleNamed() {
        Situation told =
                TestSituations.of("deploy")
                        .role("deployer")
                        .description("Its witnesses form a closed ring.")
                        .build();
        Evaluation byRules = RuleEngine.compile(POLICY).evaluate(told).evaluation();
        assertThat(clauses(retrieved(told, byRules, Withheld.NOTHING)))
                .startsWith("deploy.approval")
                .contains("witness.ring");
    }

    @Test
    void passagesAreBoundedAndNameTheSnapshot() {
        Corpus corpus = Corpus.of(CorpusSamples.library(), many());
        Passages passages =
                retrieved(corpus, DEPLOY, new Evaluation.NotApplicable(), Withheld.NOTHING);
        assertThat(passages.precedents()).hasSize(Passages.PRECEDENTS_MAX);
        assertThat(passages.norms()).hasSizeLessThanOrEqualTo(HybridRetriever.NORMS_MAX);
        assertThat(passages.snapshot()).isEqualTo(corpus.snapshot());
        assertThat(passages.clauses())
                .extracting(Passage::version)
                .containsOnly(POLICY.header().hash());
    }

    private static List<Precedent> many() {
        return Stream.iterate(1, n -> n < 40, n -> n + 1)
                .map(
                        n ->
                                CorpusSamples.precedent(
                                        "n" + n, Optional.empty(), "deploy", "ships build " + n))
                .toList();
    }

    @Test
    void theCaseUnderTestIsNotItsOwnExample() {
        Situation asked =
                TestSituations.of("deploy")
                        .description("rolls out the new checkout page, today")
                        .build();
        Evaluation nothing = new Evaluation.NotApplicable();
        assertThat(retrieved(asked, nothing, Withheld.NOTHING).precedents())
                .extracting(Precedent::id)
                .contains("precedent.all");
        assertThat(retrieved(asked, nothing, Withheld.CASE_UNDER_TEST).precedents())
                .extracting(Precedent::id)
                .doesNotContain("precedent.all");
    }

    @Test
    void whatIsWithheldByIdIsNotRetrieved() {
        Withheld withheld = new Withheld(Set.of("precedent.all", "deploy.approval"), false);
        Passages passages = retrieved(DEPLOY, new Evaluation.NotApplicable(), withheld);
        assertThat(passages.citable())
                .extracting(Passage::id)
                .doesNotContain("precedent.all", "deploy.approval")
                .contains("default.deny");
    }

    @Test
    void aPrecedentOfClausesThatThePolicyLacksIsLeftOut() {
        Precedent old =
                new Precedent(
                        "precedent.old",
                        Optional.empty(),
                        "deploy",
                        DEPLOY,
                        io.praetor.policy.Effect.DENY,
                        List.of(new ClauseId("deploy.repealed")),
                        List.of(),
                        "the old law",
                        "review-2");
        Corpus corpus = Corpus.of(CorpusSamples.library(), List.of(old));
        assertThat(
                        retrieved(corpus, DEPLOY, new Evaluation.NotApplicable(), Withheld.NOTHING)
                                .precedents())
                .isEmpty();
    }

    @Test
    void anIndexOfAnotherCorpusIsRefused() {
        Corpus other = Corpus.of(CorpusSamples.library(), List.of());
        assertThatThrownBy(
                        () ->
                                new HybridRetriever(
                                        CorpusSamples.corpus(),
                                        new MemoryPassageIndex(other),
                                        Withheld.NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("index of another corpus");
    }
}
