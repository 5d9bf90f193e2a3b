package io.praetor.decision;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a stage lets each evaluator do; the rules always bind.
 *
 * @param stage the stage's name, such as {@code live}
 * @param binding whose evaluations count in the resolution
 * @param consulted whose evaluations are asked for and recorded, binding or not
 */
public record Authority(String stage, Set<Evaluator> binding, Set<Evaluator> consulted) {
    /** Rules decide; nobody else is asked. */
    public static final Authority RULES_ONLY =
            new Authority("live", Set.of(Evaluator.RULES), Set.of(Evaluator.RULES));

    /** Everybody is asked and counts: what suites score a version under, unless told otherwise. */
    public static final Authority EVERYTHING_BINDING =
            new Authority("suite", EnumSet.allOf(Evaluator.class), EnumSet.allOf(Evaluator.class));

    /** Everybody is asked, only the rules count. */
    public static final Authority SHADOW =
            new Authority("shadow", Set.of(Evaluator.RULES), EnumSet.allOf(Evaluator.class));

    public Authority {
        binding = Set.copyOf(binding);
        consulted = Set.copyOf(consulted);
        if (!binding.contains(Evaluator.RULES)) {
            throw new IllegalArgumentException("rules always bind");
        }
    }

    public boolean binds(Evaluator evaluator) {
        return binding.contains(evaluator);
    }
}
