package io.praetor.rollout.credibility;

import io.praetor.rollout.evidence.Matured;
import io.praetor.rollout.statistics.Quantile;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The minimum score of a family, from what it accepted: the .1 % quantile of the scores that full
 * windows drawn from the accepted baseline would have (bootstrap).
 *
 * <p>Source: B. Efron, The Annals of Statistics 7 (1979). Episodes are drawn independently; a
 * baseline whose episodes hang together has a wider spread than this sees.
 *
 * @param resamples windows drawn; at least {@link #RESAMPLES_MIN}
 */
public record MinCalibration(CredibilityIndex index, int resamples) {
    /** One false dip in a thousand evaluations, and four in a row are asked for. */
    static final double QUANTILE = .001;

    /** Below this the .1 % quantile would be the lowest few draws, that is, luck. */
    public static final int RESAMPLES_MIN = 2_000;

    /** A baseline shorter than this does not show what a window can look like. */
    public static final int BASELINE_MIN = 2 * EvidenceWindow.CAPACITY;

    /** Enough episodes to fill the window and all blocks of growth. */
    private static final int DRAWN = GrowthBlocks.BLOCKS_MAX * GrowthBlocks.BLOCK_SIZE;

    public MinCalibration {
        if (resamples < RESAMPLES_MIN) {
            throw new IllegalArgumentException(
                    "%d resamples are too few; at least %d".formatted(resamples, RESAMPLES_MIN));
        }
    }

    public double of(List<Matured> baseline, RandomGenerator random) {
        if (baseline.size() < BASELINE_MIN) {
            throw new IllegalArgumentException(
                    "a baseline of %d episodes is too short; at least %d"
                            .formatted(baseline.size(), BASELINE_MIN));
        }
        double[] scores = new double[resamples];
        for (int index = 0; index < resamples; index++) {
            scores[index] = score(baseline, random);
        }
        return Quantile.of(scores, QUANTILE);
    }

    private double score(List<Matured> baseline, RandomGenerator random) {
        EvidenceWindow window = new EvidenceWindow(index.codebook());
        for (int drawn = 0; drawn < DRAWN; drawn++) {
            Matured one = baseline.get(random.nextInt(baseline.size()));
            window.add(one.episode(), one.outcome());
        }
        return index.of(window).score();
    }
}
