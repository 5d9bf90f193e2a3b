package io.praetor.rollout.credibility;

/** The six parts of the credibility index (seed 004, section 5). */
public enum Factor {
    GROWTH,
    BREADTH,
    AMPLIFICATION,
    SAFETY,
    ROBUSTNESS,
    COHERENCE
}
