package io.praetor.rollout.evidence;

import java.util.OptionalDouble;

/**
 * What an intervention earned: clip(.3 dC + .4 dAcc + .2 dCal - .1 dLatency/baseline) by default.
 *
 * <p>A missing component takes its weight with it: the sum over the observed ones is scaled up by
 * their share of all weight, so that absence is neither good nor bad. With less than {@link
 * #OBSERVED_SHARE_MIN} of the weight observed there is no reward at all.
 *
 * @param latency taken off, per multiple of the baseline's latency
 */
public record InterventionReward(
        double coherence, double accuracy, double calibration, double latency) {
    public static final InterventionReward DEFAULT = new InterventionReward(.3, .4, .2, .1);

    /** Below half, scaling up would let the rest of the formula speak for most of it. */
    public static final double OBSERVED_SHARE_MIN = .5;

    public InterventionReward {
        if (!(coherence >= 0 && accuracy >= 0 && calibration >= 0 && latency >= 0)) {
            throw new IllegalArgumentException("weights of a reward are not negative");
        }
    }

    public OptionalDouble of(Deltas deltas) {
        double observed = 0;
        double sum = 0;
        if (deltas.coherence().isPresent()) {
            observed += coherence;
            sum += coherence * deltas.coherence().getAsDouble();
        }
        if (deltas.accuracy().isPresent()) {
            observed += accuracy;
            sum += accuracy * deltas.accuracy().getAsDouble();
        }
        if (deltas.calibration().isPresent()) {
            observed += calibration;
            sum += calibration * deltas.calibration().getAsDouble();
        }
        if (deltas.latency().isPresent()) {
            observed += latency;
            sum -= latency * deltas.latency().getAsDouble();
        }
        double all = coherence + accuracy + calibration + latency;
        return observed < OBSERVED_SHARE_MIN * all || observed == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(sum * all / observed, -1, 1));
    }
}
