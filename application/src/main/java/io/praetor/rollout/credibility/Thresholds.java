package io.praetor.rollout.credibility;

/**
 * The scores at which something happens to a version; ascending.
 *
 * @param floor below it a version is never selected
 * @param critical below it for {@link #EVALUATIONS} evaluations: rolled back
 * @param min below it for as long: quarantined; calibrated per family, see {@link MinCalibration}
 * @param promote at least this for as long: the gate to LIVE is passed
 */
public record Thresholds(double floor, double critical, double min, double promote) {
    /**
     * A healthy version scores about .53 with a spread of .02. Promotion at .50 asks for a healthy
     * record; .45 is four spreads below one (at .50 as the minimum, 88 % of healthy runs of 8,000
     * episodes raised a false alarm); .40 is what no healthy record reaches; .30 is what a version
     * with half a window of evidence has.
     */
    public static final Thresholds DEFAULT = new Thresholds(.30, .40, .45, .50);

    /** The score is computed each time this many episodes have matured. */
    public static final int EPISODES_BETWEEN = 25;

    /** Consecutive evaluations that must agree: N = 100 episodes, half a window of new evidence. */
    public static final int EVALUATIONS = 4;

    public Thresholds {
        if (!(floor >= 0 && floor <= critical && critical <= min && min <= promote)
                || promote > 1) {
            throw new IllegalArgumentException(
                    "thresholds ascend within [0, 1]: %s, %s, %s, %s"
                            .formatted(floor, critical, min, promote));
        }
    }

    public Thresholds withMin(double calibrated) {
        return new Thresholds(floor, critical, Math.clamp(calibrated, critical, promote), promote);
    }
}
