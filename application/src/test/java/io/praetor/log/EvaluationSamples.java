package io.praetor.log;

import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.RuleId;
import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.reasoning.Opinion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What evaluators said, from a seed. */
class EvaluationSamples {
    static final ClauseId CLAUSE = new ClauseId("deploy.approval");

    final RandomGenerator random;

    EvaluationSamples(RandomGenerator random) {
        this.random = random;
    }

    PatternOpinion byPattern() {
        return new PatternOpinion(new PatternId("p-" + random.nextInt(9)), applicable());
    }

    Opinion opinion() {
        return new Opinion(
                evaluation(),
                new Opinion.Adviser(
                        one(new String[] {"precedent", "phi"}), "7", random.nextBoolean()),
                some("deploy.approval"),
                some("0190"),
                maybe(() -> new Opinion.Exchange("ab12", "Decision: deny \u2014 \"no\"", "score")),
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Dropped(
                                        new Reference("made.up", maybe(() -> "as it says")),
                                        one(Cause.values()))));
    }

    Evaluation evaluation() {
        return switch (random.nextInt(4)) {
            case 0 -> new Evaluation.NotApplicable();
            case 1 ->
                    new Evaluation.Indeterminate(
                            one(Effect.values()),
                            "no such field",
                            List.of(CLAUSE),
                            rules(),
                            obligations());
            default -> applicable();
        };
    }

    Evaluation.Applicable applicable() {
        return new Evaluation.Applicable(
                one(Effect.values()),
                random.nextBoolean()
                        ? Set.of()
                        : EnumSet.of(one(Ambiguity.values()), one(Ambiguity.values())),
                List.of(CLAUSE),
                rules(),
                obligations(),
                some("because"),
                random.nextDouble());
    }

    List<RuleId> rules() {
        return some("law.deploy").stream().map(RuleId::new).toList();
    }

    List<Obligation> obligations() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(new Obligation.SecondFactor(CLAUSE));
            case 2 -> List.of(new Obligation.HumanReview(CLAUSE, "the rules broke"));
            default ->
                    List.of(
                            new Obligation.Attestation(
                                    CLAUSE,
                                    one(Obligation.Attester.values()),
                                    1 + random.nextInt(2),
                                    maybe(() -> "the ticket")));
        };
    }

    List<String> some(String text) {
        return random.nextInt(3) == 0 ? List.of() : List.of(text);
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    OptionalDouble maybeNumber() {
        return random.nextInt(3) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(random.nextDouble());
    }

    <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
