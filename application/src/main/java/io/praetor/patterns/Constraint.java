package io.praetor.patterns;

import java.util.Set;
import java.util.TreeSet;

/** What a pattern says of one input. */
public sealed interface Constraint {
    boolean admits(String value);

    /**
     * The input is material: these values and no other.
     *
     * @param values each confirmed by reviews of its own; at least one
     */
    record OneOf(Set<String> values) implements Constraint {
        public OneOf {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a pinned input has a value");
            }
        }

        @Override
        public boolean admits(String value) {
            return values.contains(value);
        }

        @Override
        public String toString() {
            return String.join("|", new TreeSet<>(values));
        }
    }

    /**
     * The input is immaterial, on evidence.
     *
     * @param except values that a review contradicted
     * @param seen how many different values agreed
     * @param beside how many reviews agreed beside those of the commonest value
     */
    record Immaterial(Set<String> except, int seen, int beside) implements Constraint {
        public Immaterial {
            except = Set.copyOf(except);
        }

        @Override
        public boolean admits(String value) {
            return !except.contains(value);
        }

        @Override
        public String toString() {
            return except.isEmpty() ? "*" : "*-" + String.join("|", new TreeSet<>(except));
        }
    }
}
