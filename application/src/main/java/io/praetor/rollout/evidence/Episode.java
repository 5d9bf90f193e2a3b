package io.praetor.rollout.evidence;

/**
 * One decision that a version made, advised on or shadowed.
 *
 * @param potency of the strongest clause it rests on, in [0, 1]
 * @param propensity the probability with which selection chose this version, in (0, 1]
 */
public record Episode(
        VersionId version, Mode mode, Cluster cluster, double potency, double propensity) {
    public Episode {
        if (!(potency >= 0 && potency <= 1)) {
            throw new IllegalArgumentException("potency is in [0, 1], not " + potency);
        }
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity is in (0, 1], not " + propensity);
        }
    }
}
