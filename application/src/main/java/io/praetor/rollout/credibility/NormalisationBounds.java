package io.praetor.rollout.credibility;

/**
 * The frozen ranges in which raw factors become [0, 1] for a family. A score never depends on which
 * other versions are scored beside it; a change is a new version of the bounds.
 */
public record NormalisationBounds(
        String version, Range growth, Range safety, Range robustness, Range coherence) {
    /**
     * Growth: +-.05 of reward per block of 50, beyond which a change is a change of kind.
     * Coherence: 0 to .2, the drop that is a flag when it goes the other way. Safety and robustness
     * are shares already.
     */
    public static final NormalisationBounds DEFAULT =
            new NormalisationBounds(
                    "1", new Range(-.05, .05), new Range(0, 1), new Range(0, 1), new Range(0, .2));

    /** Both ends finite, the lower one below. */
    public record Range(double lowest, double highest) {
        public Range {
            boolean finite = Double.isFinite(lowest) && Double.isFinite(highest);
            if (!finite || lowest >= highest) {
                throw new IllegalArgumentException(
                        "no range from %s to %s".formatted(lowest, highest));
            }
        }

        /** 0 at the lower end and below, 1 at the upper end and above. */
        double normalise(double raw) {
            return Math.clamp((raw - lowest) / (highest - lowest), 0, 1);
        }
    }
}
