package io.praetor.decision;

import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.reasoning.Opinion;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.RiskLevel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Evaluations, trails, authorities and fallbacks from a seed. */
final class RandomEvaluations {
    private static final PatternId PATTERN = new PatternId("p-1");

    private final RandomGenerator random;

    RandomEvaluations(RandomGenerator random) {
        this.random = random;
    }

    Trail trail() {
        return new Trail(
                new RuleOutcome(evaluation(true), one(RiskLevel.values()), List.of(), List.of()),
                maybe(new PatternOpinion(PATTERN, applicable(one(Effect.values()), false))),
                maybe(opinion(evaluation(false))));
    }

    static Opinion opinion(Evaluation evaluation) {
        return new Opinion(
                evaluation,
                new Opinion.Adviser("test", "1", false),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    Authority authority() {
        Set<Evaluator> binding = EnumSet.of(Evaluator.RULES);
        if (random.nextBoolean()) {
            binding.add(Evaluator.PATTERN);
        }
        if (random.nextBoolean()) {
            binding.add(Evaluator.REASONING);
        }
        return new Authority("test", binding, EnumSet.allOf(Evaluator.class));
    }

    Fallbacks fallbacks() {
        Effect weakest = one(Effect.values());
        Effect noRule = one(Effect.values()).strictest(weakest);
        Map<Ambiguity, Fallbacks.Unresolved> unresolved = new EnumMap<>(Ambiguity.class);
        for (Ambiguity ambiguity : Ambiguity.values()) {
            if (random.nextBoolean()) {
                unresolved.put(ambiguity, unresolved());
            }
        }
        return new Fallbacks(
                new Fallbacks.Default(noRule, new ClauseId("default"), asked(noRule)),
                weakest,
                unresolved);
    }

    Applicable applicable(Effect effect, boolean ambiguous) {
        Set<Ambiguity> ambiguities =
                ambiguous ? EnumSet.of(one(Ambiguity.values())) : EnumSet.noneOf(Ambiguity.class);
        return new Applicable(
                effect,
                ambiguities,
                List.of(new ClauseId("clause." + random.nextInt(5))),
                List.of(),
                asked(effect),
                List.of("because"),
                random.nextDouble());
    }

    private Fallbacks.Unresolved unresolved() {
        Map<RiskLevel, Effect> byRisk = new EnumMap<>(RiskLevel.class);
        byRisk.put(one(RiskLevel.values()), one(Effect.values()));
        return new Fallbacks.Unresolved(new ClauseId("unresolved"), byRisk);
    }

    private Evaluation evaluation(boolean mayBeAmbiguous) {
        Effect effect = one(Effect.values());
        return switch (random.nextInt(6)) {
            case 0 -> new NotApplicable();
            case 1 -> new Indeterminate(effect, "broken", List.of(), List.of(), asked(effect));
            default -> applicable(effect, mayBeAmbiguous && random.nextBoolean());
        };
    }

    private List<Obligation> asked(Effect effect) {
        ClauseId clause = new ClauseId("clause." + random.nextInt(5));
        return switch (effect) {
            case ALLOW, DENY -> List.of();
            case REQUIRE_MFA -> List.of(new Obligation.SecondFactor(clause));
            case REQUIRE_ATTESTATION ->
                    List.of(
                            new Obligation.Attestation(
                                    clause,
                                    one(Attester.values()),
                                    1 + random.nextInt(2),
                                    Optional.empty()));
        };
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
