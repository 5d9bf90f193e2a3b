package io.praetor.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether confidence means what it says: of answers given with .8, are .8 right?
 *
 * @param bins the reliability table: equal parts of [0, 1] that hold any answer, ascending
 * @param error the expected calibration error: the bins' mean distance between confidence and share
 *     right, weighted by their answers (Naeini, Cooper and Hauskrecht 2015)
 * @param brier the mean squared distance between confidence and being right (Brier 1950)
 */
public record Calibration(List<Bin> bins, OptionalDouble error, OptionalDouble brier) {
    /** Ten is the usual number; error depends on it, so reports of other numbers do not compare. */
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** One answer: how sure it was, and whether it was right. */
    public record Claim(double confidence, boolean isRight) {}

    /**
     * @param low confidence from here
     * @param high up to, and in the last bin with, here
     * @param confidence the mean of its answers
     */
    public record Bin(double low, double high, double confidence, Proportion right) {
        double distance() {
            return Math.abs(confidence - right.share().orElse(confidence));
        }
    }

    static Calibration of(List<Claim> claims) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Claim> inside =
                    claims.stream().filter(claim -> bin(claim.confidence()) == bin).toList();
            if (!inside.isEmpty()) {
                bins.add(bin(bin, inside));
            }
        }
        double distances =
                bins.stream().mapToDouble(bin -> bin.right().of() * bin.distance()).sum();
        return new Calibration(
                bins,
                claims.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(distances / claims.size()),
                claims.stream().mapToDouble(Calibration::squared).average());
    }

    private static Bin bin(int number, List<Claim> inside) {
        return new Bin(
                (double) number / BINS,
                (double) (number + 1) / BINS,
                inside.stream().mapToDouble(Claim::confidence).average().orElseThrow(),
                Proportion.of(inside, Claim::isRight));
    }

    private static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }

    private static double squared(Claim claim) {
        double distance = claim.confidence() - (claim.isRight() ? 1 : 0);
        return distance * distance;
    }
}
