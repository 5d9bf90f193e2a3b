package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What a simulated team holds to be right for its work where a signal is all there is to go by, and
 * how often anything is right at all.
 */
record Norms(
        Map<Work, Map<Signal, Effect>> bySignal,
        Map<Work, Map<Signal, Effect>> later,
        Set<Work> delicate) {
    /** One norm, or one kind of its own, in so many is decided otherwise after the drift. */
    private static final int DRIFTING = 10;

    /**
     * Of a hundred things so many are right to allow, and so many to attest; the rest is denied.
     */
    private static final int ALLOWED = 60;

    private static final int ATTESTED = 30;

    /** One in so many is decided more strictly outside the team's hours. */
    static final int DELICATE = 3;

    static Norms drawn(SplittableRandom random) {
        Map<Work, Map<Signal, Effect>> bySignal = new HashMap<>();
        Map<Work, Map<Signal, Effect>> later = new HashMap<>();
        for (Work work : Work.USUAL) {
            Map<Signal, Effect> ofWork = new HashMap<>();
            Map<Signal, Effect> ofWorkLater = new HashMap<>();
            for (Signal signal : Signal.USUAL) {
                Effect right = work.atLeast().strictest(effect(random));
                ofWork.put(signal, right);
                ofWorkLater.put(signal, later(right, work, random));
            }
            bySignal.put(work, ofWork);
            later.put(work, ofWorkLater);
        }
        Set<Work> delicate = new HashSet<>();
        Work.USUAL.stream().filter(_ -> random.nextInt(DELICATE) == 0).forEach(delicate::add);
        return new Norms(bySignal, later, delicate);
    }

    Effect right(Work work, Signal signal) {
        return Objects.requireNonNull(Objects.requireNonNull(bySignal.get(work)).get(signal));
    }

    Effect rightLater(Work work, Signal signal) {
        return Objects.requireNonNull(Objects.requireNonNull(later.get(work)).get(signal));
    }

    /**
     * What becomes of something in the drift: a step that nothing in the request shows. From ALLOW
     * it goes as often to DENY, which nobody who was not told can know before a first correction.
     */
    static Effect later(Effect right, Work work, SplittableRandom random) {
        if (random.nextInt(DRIFTING) > 0) {
            return right;
        }
        return switch (right) {
            case ALLOW -> random.nextBoolean() ? Effect.REQUIRE_ATTESTATION : Effect.DENY;
            case REQUIRE_MFA, DENY -> Effect.REQUIRE_ATTESTATION;
            case REQUIRE_ATTESTATION ->
                    random.nextBoolean() && work.atLeast() == Effect.ALLOW
                            ? Effect.ALLOW
                            : Effect.DENY;
        };
    }

    static Effect effect(SplittableRandom random) {
        int drawn = random.nextInt(100);
        if (drawn < ALLOWED) {
            return Effect.ALLOW;
        }
        return drawn < ALLOWED + ATTESTED ? Effect.REQUIRE_ATTESTATION : Effect.DENY;
    }
}
