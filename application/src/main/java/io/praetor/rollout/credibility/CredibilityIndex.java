package io.praetor.rollout.credibility;

import io.praetor.rollout.credibility.Credibility.Reading;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.statistics.Confidence;
import io.praetor.rollout.statistics.Entropy;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Proportion;
import io.praetor.rollout.statistics.Slope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The Policy Credibility Index: seed 004's formula on conservative bounds, normalised by frozen
 * ranges. Immutable; reading a window is O(window).
 */
public record CredibilityIndex(Codebook codebook, Weights weights, NormalisationBounds bounds) {
    /** A version amplifies when at least this share of its episodes is of high potency. */
    static final double AMPLIFYING_SHARE_MIN = .2;

    /** And only when it is this safe on those: amplifying harm earns nothing. */
    static final double AMPLIFYING_SAFETY_MIN = .8;

    public Credibility of(EvidenceWindow window) {
        Tally tally = window.tally();
        Map<Factor, Reading> factors = new EnumMap<>(Factor.class);
        factors.put(Factor.GROWTH, growth(window.growth()));
        factors.put(Factor.BREADTH, breadth(tally));
        factors.put(Factor.AMPLIFICATION, amplification(tally));
        factors.put(Factor.SAFETY, safety(tally));
        factors.put(Factor.ROBUSTNESS, robustness(window.rewards()));
        factors.put(Factor.COHERENCE, coherence(window.coherence()));
        double score = 0;
        double point = 0;
        for (Map.Entry<Factor, Reading> factor : factors.entrySet()) {
            score += weights.of(factor.getKey()) * factor.getValue().bounded();
            point += weights.of(factor.getKey()) * factor.getValue().normalised();
        }
        return new Credibility(
                score,
                point,
                factors,
                tally.all().overrides(),
                tally.all().flags(),
                window.rewards(),
                window.coherence(),
                window.accuracy(),
                window.calibration(),
                weights.version(),
                bounds.version());
    }

    private Reading growth(Optional<Slope> slope) {
        return slope.map(
                        line ->
                                new Reading(
                                        line.perBlock(),
                                        bounds.growth().normalise(line.perBlock()),
                                        bounds.growth().normalise(line.shrunk())))
                .orElse(Reading.NONE);
    }

    private Reading breadth(Tally tally) {
        double spread = Entropy.millerMadow(tally.clusters()) / Math.log(codebook.size());
        double covered = Math.min(1, spread * filled(tally.all().flags().trials()));
        return new Reading(covered, covered, covered);
    }

    private static Reading amplification(Tally tally) {
        long high = tally.highPotency().flags().trials();
        Proportion share = new Proportion(high, tally.all().flags().trials());
        boolean seen =
                share.rate() >= AMPLIFYING_SHARE_MIN
                        && tally.highPotency().safety() >= AMPLIFYING_SAFETY_MIN;
        boolean sure =
                share.lower(Confidence.ONE_SIDED_95) >= AMPLIFYING_SHARE_MIN
                        && tally.highPotency().safetyBound() >= AMPLIFYING_SAFETY_MIN;
        return new Reading(share.rate(), seen ? 1 : 0, sure ? 1 : 0);
    }

    private Reading safety(Tally tally) {
        if (tally.all().flags().trials() == 0) {
            return Reading.NONE;
        }
        double raw = tally.all().safety();
        double bound = tally.all().safetyBound();
        return new Reading(raw, bounds.safety().normalise(raw), bounds.safety().normalise(bound));
    }

    private Reading robustness(Moments rewards) {
        if (rewards.count() < 2) {
            return Reading.NONE;
        }
        double raw = Math.clamp(1 - rewards.deviation(), 0, 1) * filled(rewards.count());
        double normalised = bounds.robustness().normalise(raw);
        return new Reading(raw, normalised, normalised);
    }

    private Reading coherence(Moments coherence) {
        if (coherence.count() < 2) {
            return Reading.NONE;
        }
        return new Reading(
                coherence.mean(),
                bounds.coherence().normalise(coherence.mean()),
                bounds.coherence().normalise(coherence.lower(Confidence.ONE_SIDED_95)));
    }

    /** How much of a window there is, in [0, 1]. */
    private static double filled(long count) {
        return Math.min(1, (double) count / EvidenceWindow.CAPACITY);
    }
}
