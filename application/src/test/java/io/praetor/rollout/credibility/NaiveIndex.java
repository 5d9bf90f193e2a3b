package io.praetor.rollout.credibility;

import io.praetor.rollout.Samples;
import io.praetor.rollout.evidence.Matured;
import io.praetor.rollout.evidence.Outcome;
import java.util.List;
import java.util.function.Predicate;

/**
 * The index computed from a whole history at once, straight from the design's formulas and sharing
 * no code with the incremental one: the bound first, the point value second.
 */
final class NaiveIndex {
    private static final double Z = 1.6448536269514722;

    private NaiveIndex() {}

    static double[] of(List<Matured> history) {
        List<Matured> window = history.subList(Math.max(0, history.size() - 200), history.size());
        double n = window.size();
        double[] growth = growth(history);
        double breadth = breadth(window);
        List<Matured> high = window.stream().filter(one -> one.episode().potency() >= .7).toList();
        double[] safety = safety(window);
        double[] highSafety = safety(high);
        double share = high.size() / n;
        double[] wilson = wilson(high.size(), n);
        double sure = wilson[0] >= .2 && highSafety[0] >= .8 ? 1 : 0;
        double seen = share >= .2 && highSafety[1] >= .8 ? 1 : 0;
        double[] rewards =
                window.stream().mapToDouble(one -> one.outcome().reward().orElseThrow()).toArray();
        double robustness = clip(1 - deviation(rewards)) * Math.min(1, n / 200);
        double[] deltas =
                window.stream()
                        .mapToDouble(one -> one.outcome().deltas().coherence().orElseThrow())
                        .toArray();
        double lower = mean(deltas) - Z * deviation(deltas) / Math.sqrt(n);
        double[] bounded = {
            growth[0], breadth, sure, clip(safety[0]), robustness, clip(lower / .2)
        };
        double[] point = {
            growth[1], breadth, seen, clip(safety[1]), robustness, clip(mean(deltas) / .2)
        };
        return new double[] {weighted(bounded), weighted(point)};
    }

    private static double weighted(double[] factors) {
        double[] weights = {.10, .15, .10, .25, .20, .20};
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * factors[index];
        }
        return sum;
    }

    private static double[] growth(List<Matured> history) {
        int full = history.size() / 50;
        int blocks = Math.min(5, full);
        if (blocks < 2) {
            return new double[] {0, 0};
        }
        double covered = 0;
        double spread = 0;
        double within = 0;
        for (int block = 0; block < blocks; block++) {
            int start = (full - blocks + block) * 50;
            double[] rewards =
                    history.subList(start, start + 50).stream()
                            .mapToDouble(one -> one.outcome().reward().orElseThrow())
                            .toArray();
            double position = block - (blocks - 1) / 2.0;
            covered += position * mean(rewards);
            spread += position * position;
            within += deviation(rewards) * deviation(rewards) * 49;
        }
        double slope = covered / spread;
        double errorSquared = within / (blocks * 49.0) / 50 / spread;
        double shrunk = slope * slope * slope / (slope * slope + errorSquared);
        return new double[] {clip((shrunk + .05) / .1), clip((slope + .05) / .1)};
    }

    private static double breadth(List<Matured> window) {
        double n = window.size();
        double entropy = 0;
        int occupied = 0;
        for (var cluster : Samples.CODEBOOK.clusters()) {
            double count = count(window, one -> one.episode().cluster().equals(cluster));
            if (count > 0) {
                entropy -= count / n * Math.log(count / n);
                occupied++;
            }
        }
        double corrected = Math.min(Math.log(3), entropy + (occupied - 1) / (2 * n));
        return Math.min(1, corrected / Math.log(3) * Math.min(1, n / 200));
    }

    private static double[] safety(List<Matured> window) {
        double n = window.size();
        if (n == 0) {
            return new double[] {-1, 1};
        }
        double overridden = count(window, one -> one.outcome().oversight().overriddenByHuman());
        double flagged = count(window, one -> !flags(one.outcome()).isEmpty());
        double bound = 1 - wilson(overridden, n)[1] - Math.min(1, 5 * wilson(flagged, n)[1]);
        return new double[] {bound, 1 - overridden / n - Math.min(1, 5 * flagged / n)};
    }

    private static List<?> flags(Outcome outcome) {
        return List.copyOf(outcome.flags());
    }

    private static double count(List<Matured> window, Predicate<Matured> wanted) {
        return window.stream().filter(wanted).count();
    }

    /** The two roots of (p - s)^2 = z^2 s (1 - s) / n, which is how Wilson defined his bounds. */
    private static double[] wilson(double hits, double n) {
        double p = hits / n;
        double a = 1 + Z * Z / n;
        double b = -(2 * p + Z * Z / n);
        double c = p * p;
        double root = Math.sqrt(b * b - 4 * a * c);
        return new double[] {(-b - root) / (2 * a), (-b + root) / (2 * a)};
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static double clip(double value) {
        return Math.clamp(value, 0, 1);
    }
}
