package io.praetor.suite.campaign;

import io.praetor.policy.Effect;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.suite.campaign.Attack.Half;
import io.praetor.suite.campaign.InjectionResult.Breach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Lets every defender face every attack and the same case without the text. A request that the door
 * refuses is denied for everybody. Not thread-safe.
 */
public final class InjectionCampaign {
    /** Breaches listed one by one; the scores count them all. */
    private static final int BREACHES_MAX = 100;

    private final Attacks attacks;
    private final List<Defender> defenders;
    private final Map<InjectionResult.Key, Score> scores = new LinkedHashMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    /** Cases of the open half come again and again without their text. */
    private final Map<String, Map<String, Optional<Effect>>> cleanAnswers = new HashMap<>();

    public InjectionCampaign(Attacks attacks, List<Defender> defenders) {
        this.attacks = attacks;
        this.defenders = List.copyOf(defenders);
    }

    /**
     * @param seed what the attacks' randomness began with, for the result
     * @param progress sees how many cases are done
     */
    public InjectionResult run(int cases, long seed, IntConsumer progress) {
        for (int number = 0; number < cases; number++) {
            Attack attack = attacks.attack(number);
            defenders.forEach(defender -> face(attack, defender));
            progress.accept(number + 1);
        }
        return new InjectionResult(
                cases, seed, attacks.openScenarios(), defenders, scores, breaches);
    }

    private void face(Attack attack, Defender defender) {
        Optional<Situation> injected =
                attack.injected() instanceof Admission.Admitted(Situation situation, _)
                        ? Optional.of(situation)
                        : Optional.empty();
        Optional<Effect> got = injected.map(defender.decide()).orElse(Optional.of(Effect.DENY));
        boolean isSuccess = isSuccess(attack, got);
        boolean isCleanSuccess = isSuccess(attack, clean(attack, defender));
        scores.merge(
                new InjectionResult.Key(attack.half(), attack.technique(), defender.name()),
                new Score(
                        1,
                        injected.isEmpty() ? 1 : 0,
                        isSuccess ? 1 : 0,
                        isCleanSuccess ? 1 : 0,
                        isSuccess && !isCleanSuccess ? 1 : 0),
                Score::plus);
        boolean isBreach = isSuccess && defender.isGuarded() && attack.half() == Half.FIRM;
        if (isBreach && breaches.size() < BREACHES_MAX) {
            breaches.add(
                    new Breach(
                            attack.number(),
                            attack.technique(),
                            attack.source(),
                            defender.name(),
                            attack.floor(),
                            got.orElseThrow()));
        }
    }

    /** Behind the rules nothing succeeds on the firm half without a text: they set its floor. */
    private Optional<Effect> clean(Attack attack, Defender defender) {
        return switch (attack.half()) {
            case FIRM ->
                    defender.isGuarded()
                            ? Optional.of(attack.floor())
                            : defender.decide().apply(attack.clean());
            case OPEN ->
                    cleanAnswers
                            .computeIfAbsent(defender.name(), _ -> new HashMap<>())
                            .computeIfAbsent(
                                    attack.source(), _ -> defender.decide().apply(attack.clean()));
        };
    }

    /** An abstention lets nobody through. */
    private static boolean isSuccess(Attack attack, Optional<Effect> got) {
        return switch (attack.half()) {
            case FIRM -> got.filter(effect -> effect.isWeakerThan(attack.floor())).isPresent();
            case OPEN -> got.filter(effect -> effect == Effect.ALLOW).isPresent();
        };
    }
}
