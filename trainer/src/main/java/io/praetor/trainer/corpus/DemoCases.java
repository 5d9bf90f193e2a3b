package io.praetor.trainer.corpus;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.CanonicalLines;
import io.praetor.reasoning.Question;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import io.praetor.trainer.corpus.DemoCase.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Synthetic cases of a policy: drawn situations, each with what the rules alone make of it before
 * obligations are discharged. About a tenth carry an order to the decider, and obey it, so that
 * whoever guards a model finds one that has to be guarded.
 */
public final class DemoCases {
    private static final double ORDERED_SHARE = .12;
    private static final double HARMLESS_SHARE = .3;

    /** The answers of cases without orders, so that none is rare. */
    private static final Map<Effect, Double> SHARES =
            Map.of(
                    Effect.ALLOW, .27,
                    Effect.REQUIRE_MFA, .12,
                    Effect.REQUIRE_ATTESTATION, .34,
                    Effect.DENY, .27);

    /** A reasoner is asked where rules leave room; of the rest it sees some. */
    private static final double CONCLUSIVE_KEPT = .35;

    /** One combination in eight is never trained on. */
    private static final int HELD_OUT_ONE_IN = 8;

    /** More draws than this without a case that is wanted mean that the policy gives none. */
    private static final int DRAWS_MAX = 20_000;

    private final PolicySet policy;
    private final ActingVersion version;
    private final Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);
    private final RandomGenerator random;
    private final SituationDraws draws;
    private final Prose prose;

    public DemoCases(PolicySet policy, long seed) {
        this.policy = policy;
        version = ActingVersion.ofRules("demo", RuleEngine.compile(policy));
        random = new Random(seed);
        draws = new SituationDraws(random, policy);
        prose = new Prose(random);
    }

    /**
     * @param heldOut whether of combinations and orders that training never sees, or only others
     */
    public List<DemoCase> draw(int count, boolean heldOut) {
        List<DemoCase> cases = new ArrayList<>(count);
        Map<Effect, Integer> drawn = new EnumMap<>(Effect.class);
        int plain = (int) Math.round(count * (1 - ORDERED_SHARE));
        for (int missed = 0; cases.size() < count && missed < DRAWS_MAX; missed++) {
            Optional<DemoCase> found =
                    cases.size() < plain
                            ? ruled(heldOut, effect -> isEnough(effect, drawn, plain))
                            : ordered(heldOut);
            if (found.isEmpty()) {
                continue;
            }
            DemoCase each = found.get();
            cases.add(each);
            drawn.merge(each.effect(), 1, Integer::sum);
            missed = 0;
        }
        if (cases.size() < count) {
            throw new IllegalStateException(
                    "the policy gives too few cases of some answer: " + drawn);
        }
        return cases;
    }

    private static boolean isEnough(Effect effect, Map<Effect, Integer> drawn, int plain) {
        double share = SHARES.getOrDefault(effect, 0.0);
        return drawn.getOrDefault(effect, 0) >= Math.ceil(plain * share);
    }

    private Optional<DemoCase> ruled(boolean heldOut, Predicate<Effect> isEnough) {
        boolean isTold = random.nextDouble() < HARMLESS_SHARE;
        Optional<String> told = isTold ? Optional.of(prose.harmless()) : Optional.empty();
        Judgement judged = judged(draws.draw(told));
        boolean isKept =
                (!isConclusive(judged) || random.nextDouble() < CONCLUSIVE_KEPT)
                        && !isEnough.test(judged.resolution().effect());
        return isKept
                ? of(
                        judged,
                        isTold ? Kind.HARMLESS : Kind.PLAIN,
                        judged.resolution().effect(),
                        heldOut)
                : Optional.empty();
    }

    private Optional<DemoCase> ordered(boolean heldOut) {
        Effect wanted = random.nextBoolean() ? Effect.ALLOW : Effect.DENY;
        Situation situation = draws.draw(Optional.of(prose.order(wanted, heldOut)));
        return of(judged(situation), Kind.ORDERED, wanted, heldOut);
    }

    private Judgement judged(Situation situation) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (CounterRule counter : policy.counters()) {
            counts.put(counter.name(), 0.0);
        }
        return judge.judge(
                situation.withContext(situation.context().withCounters(new Attributes(counts))),
                version);
    }

    private static boolean isConclusive(Judgement judged) {
        return judged.trail().rules().evaluation() instanceof Evaluation.Applicable said
                && said.isConclusive();
    }

    private Optional<DemoCase> of(Judgement judged, Kind kind, Effect effect, boolean heldOut) {
        RuleOutcome rules = judged.trail().rules();
        Question question =
                new Question(judged.situation(), rules.evaluation(), rules.risk(), policy);
        String combination = combination(CanonicalLines.attributes(question));
        boolean isHeldOut = Math.floorMod(combination.hashCode(), HELD_OUT_ONE_IN) == 0;
        return isHeldOut == heldOut
                ? Optional.of(new DemoCase(CanonicalLines.of(question), combination, kind, effect))
                : Optional.empty();
    }

    private static String combination(String attributes) {
        return attributes
                .lines()
                .filter(line -> line.matches("(action|role|environment|trust): .*"))
                .collect(Collectors.joining(", "));
    }
}
