package io.praetor.patterns;

import java.util.HashMap;
import java.util.Map;

/**
 * A situation as patterns see it: every input that may bear on its decision, in bands.
 *
 * @param inputs band or value by name; what was not given is not there
 * @param text every text given, as shingles
 */
public record Profile(Frame frame, Map<String, String> inputs, Shingles text) {
    /** How the absence of an input is written where a pattern pins it. */
    public static final String NONE = "absent";

    /** What becomes of a value that is given and happens to read like absence. */
    private static final String GIVEN = "said to be absent";

    /** Who acts. */
    public static final String ACTOR = "actor";

    /** The resource by its id. */
    public static final String RESOURCE = "resource";

    public Profile {
        if (inputs.containsValue(NONE)) {
            inputs = new HashMap<>(inputs);
            inputs.replaceAll((_, value) -> value.equals(NONE) ? GIVEN : value);
        }
        inputs = Map.copyOf(inputs);
    }

    public String input(String name) {
        return inputs.getOrDefault(name, NONE);
    }

    /**
     * Whether new values of an input keep turning up, so that agreement across many can declare all
     * of them immaterial. Every other input counts value by value.
     */
    public static boolean isOpen(String name) {
        return name.equals(ACTOR) || name.equals(RESOURCE);
    }
}
