package io.praetor.reasoning.precedent;

import java.util.Arrays;
import java.util.List;

/**
 * What a score is worth, from examples that the model which scored them had not seen (split
 * conformal prediction over five folds, Vovk's cross-conformal form). Immutable.
 */
final class Calibration {
    /** Newton steps of the logistic curve; it stands still after some six. */
    private static final int STEPS = 25;

    /** Keeps a curve through separable scores from growing without end. */
    private static final double PENALTY = .05;

    private final double[] bearing;
    private final double[] harmless;
    private final double slope;
    private final double offset;

    /**
     * @param score of a whole situation, as log-odds
     * @param hasPlainCue whether a cue says that a clause bears: such situations are a kind of
     *     their own, and are compared among themselves
     * @param bears whether a clause was confirmed to bear on it
     */
    record Scored(double score, boolean hasPlainCue, boolean bears) {}

    private Calibration(double[] bearing, double[] harmless, double slope, double offset) {
        this.bearing = bearing;
        this.harmless = harmless;
        this.slope = slope;
        this.offset = offset;
    }

    static Calibration of(List<Scored> scores) {
        double slope = 0;
        double offset = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = {PENALTY * slope, 0};
            double[] curve = {PENALTY + 1e-9, 0, 1e-9};
            for (Scored each : scores) {
                double p = LinearModel.sigmoid(slope * each.score + offset);
                double error = p - (each.bears ? 1 : 0);
                gradient[0] += error * each.score;
                gradient[1] += error;
                curve[0] += p * (1 - p) * each.score * each.score;
                curve[1] += p * (1 - p) * each.score;
                curve[2] += p * (1 - p);
            }
            double determinant = curve[0] * curve[2] - curve[1] * curve[1];
            if (Math.abs(determinant) < 1e-12) {
                break;
            }
            slope -= (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant;
            offset -= (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant;
        }
        return new Calibration(sorted(scores, true), sorted(scores, false), slope, offset);
    }

    private static double[] sorted(List<Scored> scores, boolean bears) {
        return scores.stream()
                .filter(it -> it.bears == bears)
                .mapToDouble(Scored::score)
                .sorted()
                .toArray();
    }

    /** How likely a clause bears on a situation of this score. */
    double probability(double score) {
        return LinearModel.sigmoid(slope * score + offset);
    }

    /**
     * Of situations on which a clause bears, at most this share scores so low (conformal p-value):
     * the error that is made of them when all such scores are taken for harmless.
     */
    double mistakenForHarmless(double score) {
        return (below(bearing, score) + 1.0) / (bearing.length + 1.0);
    }

    private static int below(double[] sorted, double score) {
        int at = Arrays.binarySearch(sorted, score);
        int from = at >= 0 ? at : -at - 1;
        while (from < sorted.length && sorted[from] <= score) {
            from++;
        }
        return from;
    }

    String fingerprint() {
        return "%d/%d %.6f %.6f".formatted(bearing.length, harmless.length, slope, offset);
    }
}
