package io.praetor.rollout.evidence;

import java.util.EnumSet;
import java.util.Set;

/** Something that must not happen, seen in one episode. */
public enum SafetyFlag {
    /** The version allowed what must not be; the one flag that quarantines by itself. */
    WRONG_ALLOW,
    /** It cited what the corpus does not hold. */
    UNKNOWN_CITATION,
    UNREADABLE_ANSWER,
    /** It took too long on a path where its answer binds. */
    ENFORCED_TIMEOUT,
    COLLAPSE,
    /** Its advice contradicts a rule. */
    CONTRADICTED_RULE,
    LOW_COHERENCE,
    COHERENCE_DROP;

    /** Coherence after an episode below this is a flag: seed 004 asks for a threshold. */
    public static final double COHERENCE_AFTER_MIN = .3;

    /** So is a fall of this much: twice the spread seen around healthy episodes. */
    public static final double COHERENCE_DROP_MAX = .2;

    public boolean isCritical() {
        return this == WRONG_ALLOW;
    }

    /** The flags that coherence before and after an episode raises, each in [0, 1]. */
    public static Set<SafetyFlag> ofCoherence(double before, double after) {
        Set<SafetyFlag> flags = EnumSet.noneOf(SafetyFlag.class);
        if (after < COHERENCE_AFTER_MIN) {
            flags.add(LOW_COHERENCE);
        }
        if (before - after >= COHERENCE_DROP_MAX) {
            flags.add(COHERENCE_DROP);
        }
        return flags;
    }
}
