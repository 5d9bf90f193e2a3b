package io.praetor.rollout.selection;

import io.praetor.situation.Awareness;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One reading of the regime from a meta-context. The conditions are tried in the order HALT,
 * UNKNOWN, CONSERVATIVE, NO_POLICY, EXPERIMENTAL, DEFAULT; the first that holds names it.
 */
public final class Regimes {
    /** Under it thought does not hang together: seed 004, "conservative when coherence is low". */
    static final double COHERENCE_LOW = .3;

    /** From it on a canary may be tried. */
    static final double COHERENCE_FAIR = .45;

    /** From it on no help is wanted. */
    static final double COHERENCE_HIGH = .65;

    /** From it on a signal that does not fit is dangerous; the potency of a high-risk clause. */
    static final double POTENCY_HIGH = .7;

    /** Under it such signals are background; the potency of a medium-risk clause. */
    static final double POTENCY_LOW = .4;

    /** A change of entropy within this is steadiness. */
    static final double ENTROPY_STEADY = .05;

    /** A coherence this uncertain could be high as well as low. */
    static final double SPREAD_MAX = .25;

    /** Older than this, or dated that far ahead, a reading is not about now. */
    static final Duration AGE_MAX = Duration.ofMinutes(5);

    private Regimes() {}

    /**
     * @param halted by the kill switch or a paused family
     * @param awareness as sent, or derived where it was not
     */
    public static Regime read(
            MetaContext meta, Awareness awareness, RiskLevel risk, boolean halted, Instant now) {
        if (halted) {
            return Regime.HALT;
        }
        if (!isKnown(meta, now)) {
            return Regime.UNKNOWN;
        }
        double coherence = meta.coherence().orElseThrow();
        double potency = meta.potency().orElseThrow();
        boolean unverifiable = awareness == Awareness.PU || awareness == Awareness.MIX;
        if (coherence < COHERENCE_LOW
                || potency >= POTENCY_HIGH
                || (unverifiable && risk.atLeast(RiskLevel.MEDIUM))) {
            return Regime.CONSERVATIVE;
        }
        boolean quiet = potency < POTENCY_LOW;
        boolean steady = Math.abs(meta.entropyChange().orElseThrow()) <= ENTROPY_STEADY;
        if (coherence >= COHERENCE_HIGH && steady && quiet) {
            return Regime.NO_POLICY;
        }
        boolean free = awareness == Awareness.FULL && risk == RiskLevel.LOW;
        return coherence >= COHERENCE_FAIR && quiet && free ? Regime.EXPERIMENTAL : Regime.DEFAULT;
    }

    /** Whether each part is there, the coherence is sharp enough and the whole is of now. */
    private static boolean isKnown(MetaContext meta, Instant now) {
        boolean complete =
                List.of(
                                meta.coherence(),
                                meta.spread(),
                                meta.entropyChange(),
                                meta.potency(),
                                meta.affectiveLoad())
                        .stream()
                        .allMatch(OptionalDouble::isPresent);
        boolean sharp = meta.spread().orElse(1) <= SPREAD_MAX;
        boolean current =
                meta.at()
                        .map(at -> Duration.between(at, now).abs())
                        .filter(age -> age.compareTo(AGE_MAX) <= 0)
                        .isPresent();
        return complete && sharp && current;
    }
}
