package io.praetor.rules.condition;

import java.util.Optional;

/** What a condition comes to: true, false, or a failure that neither operand absorbed. */
public sealed interface Truth {
    /** The condition has a value. */
    enum Known implements Truth {
        TRUE,
        FALSE
    }

    /**
     * The condition has no value.
     *
     * @param missing the dotted name of the input whose absence is the cause
     * @param cause a lower-case fragment
     */
    record Failure(Optional<String> missing, String cause) implements Truth {
        static Failure missing(String input) {
            return new Failure(Optional.of(input), "`" + input + "` is missing");
        }

        static Failure because(String cause) {
            return new Failure(Optional.empty(), cause);
        }
    }
}
