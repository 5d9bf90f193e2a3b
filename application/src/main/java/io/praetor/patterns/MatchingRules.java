package io.praetor.patterns;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which situations a pattern covers.
 *
 * @param policy the id of the policy set whose rules were asked
 * @param inputs what is said of each input by name; an input that is not named must not be given
 * @param words every shingle of the texts it was learnt from
 * @param unseenMax how many shingles beyond them a text may have: as many as the members had beyond
 *     one another
 */
public record MatchingRules(
        String policy, Frame frame, Map<String, Constraint> inputs, Shingles words, int unseenMax) {
    public MatchingRules {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /** The plain definition, which the index is compared with. */
    public boolean matches(Profile profile) {
        if (!frame.equals(profile.frame())) {
            return false;
        }
        for (Map.Entry<String, Constraint> each : inputs.entrySet()) {
            if (!each.getValue().admits(profile.input(each.getKey()))) {
                return false;
            }
        }
        return inputs.keySet().containsAll(profile.inputs().keySet())
                && profile.text().outside(words, unseenMax) <= unseenMax;
    }
}
