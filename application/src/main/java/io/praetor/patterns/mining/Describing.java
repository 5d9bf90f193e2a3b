package io.praetor.patterns.mining;

import io.praetor.patterns.Constraint;
import io.praetor.patterns.MatchingRules;
import io.praetor.patterns.Profile;
import io.praetor.policy.Effect;
import java.util.Map;

/** Says a pattern in one line. */
final class Describing {
    private Describing() {}

    static String of(MatchingRules matching, Effect effect) {
        Map<String, Constraint> inputs = matching.inputs();
        StringBuilder said = new StringBuilder(effect.label().replace('_', ' '));
        said.append(": ").append(matching.frame().action());
        add(said, " on ", inputs, Profile.RESOURCE, "class");
        add(said, " by ", inputs, Profile.ACTOR, "role");
        add(said, ", ", inputs, "hours", "hours");
        if (inputs.containsKey("hours")) {
            said.append(" hours");
        }
        String parts = matching.frame().said();
        return said.append(parts.isEmpty() ? ", nothing said" : ", " + parts + " like its members")
                .toString();
    }

    /** The exact values where few are named, otherwise the class they belong to. */
    private static void add(
            StringBuilder said,
            String before,
            Map<String, Constraint> inputs,
            String exact,
            String wider) {
        Constraint named = inputs.get(exact);
        boolean isExact = named instanceof Constraint.OneOf one && one.values().size() == 1;
        Constraint shown = isExact ? named : inputs.get(wider);
        if (shown != null) {
            said.append(before).append(shown);
        }
    }
}
