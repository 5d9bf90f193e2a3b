package io.praetor.rules;

import io.praetor.policy.Condition;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which circumstances a rule that fired has taken into account, told by what its conditions read.
 */
final class Consulted {
    /** What nobody may overlook: present and read by no rule that fired, it is an ambiguity. */
    enum Part {
        HISTORY(1, "context.history"),
        DESCRIPTION(2, "action.description"),
        INCIDENT(4, "context.incident"),
        APPROVAL_PENDING(8, "context.approval_pending");

        private final int bit;
        private final String input;

        Part(int bit, String input) {
            this.bit = bit;
            this.input = input;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Stands for every text the actor can write, and so for each {@link Part}. */
    private static final String PROSE = "prose";

    private static final String SIGNALS = "context.signals";

    private final Set<String> inputs;
    private final int parts;

    private Consulted(Set<String> inputs) {
        this.inputs = inputs;
        int read = 0;
        for (Part part : Part.values()) {
            read |= inputs.contains(part.input) || inputs.contains(PROSE) ? part.bit : 0;
        }
        parts = read;
    }

    static Consulted by(Optional<Condition> condition, Optional<Condition> another) {
        Set<String> inputs = new HashSet<>();
        condition.ifPresent(it -> inputs.addAll(it.inputs()));
        another.ifPresent(it -> inputs.addAll(it.inputs()));
        return new Consulted(Set.copyOf(inputs));
    }

    boolean covers(Part part) {
        return (parts & part.bit) != 0;
    }

    boolean coversSignal(String name) {
        if (inputs.isEmpty()) {
            return false;
        }
        String input = SIGNALS + "." + name;
        return inputs.contains(SIGNALS)
                || inputs.contains(input)
                || inputs.stream().anyMatch(it -> it.startsWith(input + "."));
    }
}
