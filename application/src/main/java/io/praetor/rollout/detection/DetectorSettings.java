package io.praetor.rollout.detection;

import java.util.List;

/**
 * What the detectors bet on.
 *
 * @param healthyOverrides share of overrides that is nothing to worry about
 * @param badOverrides the shares bet on
 * @param healthyFlags share of flagged episodes that is nothing to worry about
 * @param badFlags the shares bet on
 * @param lambdas how much is staked on a fall of the reward
 * @param runLength A: at least so many episodes, on average, between alarms of a healthy version
 */
public record DetectorSettings(
        double healthyOverrides,
        List<Double> badOverrides,
        double healthyFlags,
        List<Double> badFlags,
        List<Double> lambdas,
        double runLength) {
    /**
     * Overrides: .10 is what a version needs to pass from ADVISORY, .20 twice that. Flags: .01 is
     * twice the healthy rate; .03 finds a slow leak, .10 a burst. Lambdas: from the stake that
     * finds a small fall to the one that finds a large one soonest. A = 20,000: half a false alarm
     * in 10,000 episodes at most.
     */
    public static final DetectorSettings DEFAULT =
            new DetectorSettings(
                    .10, List.of(.20), .01, List.of(.03, .10), List.of(.1, .3, .6), 20_000);

    /** A bet of more could be lost whole on one observation. */
    static final double LAMBDA_MAX = .6;

    public DetectorSettings {
        badOverrides = List.copyOf(badOverrides);
        badFlags = List.copyOf(badFlags);
        lambdas = List.copyOf(lambdas);
        checkRates("overrides", healthyOverrides, badOverrides);
        checkRates("flags", healthyFlags, badFlags);
        if (lambdas.isEmpty() || !lambdas.stream().allMatch(DetectorSettings::isStake)) {
            throw new IllegalArgumentException(
                    "stakes on the reward are in (0, %s], not %s".formatted(LAMBDA_MAX, lambdas));
        }
        if (!(runLength >= 1)) {
            throw new IllegalArgumentException("no run length: " + runLength);
        }
    }

    /** Each stream alarms at A times their number, so that all of them together keep to A. */
    double limit() {
        return Stream.values().length * runLength;
    }

    private static boolean isStake(double lambda) {
        return lambda > 0 && lambda <= LAMBDA_MAX;
    }

    private static void checkRates(String name, double healthy, List<Double> bad) {
        boolean above = bad.stream().allMatch(rate -> rate > healthy && rate < 1);
        if (!(healthy > 0) || bad.isEmpty() || !above) {
            throw new IllegalArgumentException(
                    "rates of %s ascend in (0, 1): %s, %s".formatted(name, healthy, bad));
        }
    }
}
