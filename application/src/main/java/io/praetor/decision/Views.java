package io.praetor.decision;

import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import java.util.Optional;

/**
 * The evaluations that a resolution weighs: the rules', and the others' where they bind.
 *
 * <p>An evaluator that is in shadow, advisory or not configured equals absent here, whatever it
 * said; so does reasoning that is not confident enough.
 *
 * @param pattern a binding pattern's answer
 * @param reasoning a binding and confident enough answer by reasoning
 */
record Views(Evaluation rules, Optional<Applicable> pattern, Optional<Applicable> reasoning) {

    static Views under(Authority authority, Trail trail, ConfidenceFloors floors) {
        return new Views(
                trail.rules().evaluation(),
                binding(authority, Evaluator.PATTERN, trail),
                binding(authority, Evaluator.REASONING, trail)
                        .filter(answer -> answer.confidence() >= floors.at(trail.rules().risk())));
    }

    private static Optional<Applicable> binding(
            Authority authority, Evaluator evaluator, Trail trail) {
        if (!authority.binds(evaluator)) {
            return Optional.empty();
        }
        return trail.evaluationBy(evaluator)
                .flatMap(
                        said ->
                                said instanceof Applicable applicable
                                        ? Optional.of(applicable)
                                        : Optional.empty());
    }
}
