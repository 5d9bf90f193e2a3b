package io.praetor.reasoning;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.Clause;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Section;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Passages;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.testing.TestPolicies;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A deploy to staging where the rules allow and leave room. The clauses {@code c.go}, {@code
 * c.factor}, {@code c.second} and {@code c.stop} bear on it, {@code c.vault} is about other things.
 */
public final class Questions {
    public static final PolicySet POLICY =
            TestPolicies.of(
                    List.of(
                            new Section(
                                    "main",
                                    CombiningAlgorithm.DENY_OVERRIDES,
                                    List.of(
                                            TestRule.named("go").actions("deploy").build(),
                                            TestRule.named("factor")
                                                    .actions("deploy")
                                                    .roles("guest")
                                                    .mfa()
                                                    .build(),
                                            TestRule.named("second")
                                                    .actions("deploy")
                                                    .roles("trainee")
                                                    .attest()
                                                    .approval(Obligation.Attester.ADMIN)
                                                    .build(),
                                            TestRule.named("stop")
                                                    .actions("deploy")
                                                    .roles("intruder")
                                                    .deny()
                                                    .build(),
                                            TestRule.named("vault")
                                                    .actions("deploy")
                                                    .resources("vault:**")
                                                    .deny()
                                                    .build()))));

    private Questions() {}

    public static Question of(Situation situation) {
        return of(situation, allowed());
    }

    public static Question of(Situation situation, Evaluation byRules) {
        return new Question(situation, byRules, RiskLevel.HIGH, POLICY);
    }

    public static Question deploy() {
        return of(situation().build());
    }

    public static TestSituations situation() {
        return TestSituations.of("deploy")
                .actor("user:alice")
                .role("deployer")
                .resource("env:staging")
                .description("ship the new search");
    }

    /** The rules allow and have not read everything. */
    public static Applicable allowed() {
        return new Applicable(
                Effect.ALLOW,
                Set.of(Ambiguity.UNCONSULTED_CONTEXT),
                List.of(TestRule.clause("go")),
                List.of(),
                List.of(),
                List.of("deployers deploy"),
                1);
    }

    /** Every clause of the policy, in the order of ids. */
    public static Passages passages() {
        List<Passage> clauses =
                POLICY.clauses().values().stream()
                        .sorted(Comparator.comparing(Clause::id))
                        .map(Questions::passage)
                        .toList();
        return new Passages(clauses, List.of(), List.of(), "00");
    }

    private static Passage passage(Clause clause) {
        return new Passage(
                clause.id().value(), Passage.Kind.CLAUSE, clause.text(), POLICY.header().hash());
    }
}
