package io.praetor.suite;

import io.praetor.decision.Evaluator;
import io.praetor.policy.Clause;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reasoner says, taken for the decision: how good it is by itself. Nothing resolves and
 * nothing discharges here, so nobody may act on it.
 */
public final class OpinionAnswer {
    private OpinionAnswer() {}

    /** An answer without an effect is an abstention. */
    public static Answer of(Opinion opinion, PolicySet policy) {
        return switch (opinion.evaluation()) {
            case Evaluation.Applicable said ->
                    new Answer(
                            said.effect(),
                            false,
                            false,
                            opinion.adviser().name(),
                            said.clauses(),
                            List.of(view(opinion)),
                            said.confidence(),
                            Optional.of(opinion),
                            explanation(said, policy),
                            Optional.empty());
            case Evaluation.NotApplicable() -> abstained(opinion, "nothing it knows applies");
            case Evaluation.Indeterminate failed -> abstained(opinion, failed.cause());
        };
    }

    private static Answer abstained(Opinion opinion, String cause) {
        return new Answer(
                Effect.REQUIRE_ATTESTATION,
                false,
                true,
                Answer.ABSTAINED,
                List.of(),
                List.of(view(opinion)),
                0,
                Optional.of(opinion),
                "Undecided: " + cause + ".",
                Optional.empty());
    }

    private static Answer.View view(Opinion opinion) {
        return DecisionAnswer.view(Evaluator.REASONING.label(), true, opinion.evaluation());
    }

    private static String explanation(Evaluation.Applicable said, PolicySet policy) {
        List<String> prose = new ArrayList<>(said.reasons());
        said.clauses().stream()
                .flatMap(id -> Optional.ofNullable(policy.clauses().get(id)).stream())
                .map(Clause::text)
                .forEach(prose::add);
        return String.join("\n", prose);
    }
}
