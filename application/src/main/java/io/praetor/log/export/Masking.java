package io.praetor.log.export;

import java.util.Optional;

/** What a mask does to the field it names. */
sealed interface Masking {
    /** The field goes. */
    record Remove() implements Masking {}

    /** Another text takes its place. */
    record Replace(String text) implements Masking {}

    /** Its keyed hash takes its place; the field must be a text. */
    record Pseudonymise() implements Masking {}

    /**
     * A mask.
     *
     * @param field what it changes
     * @param when absent means always
     */
    record Mask(Pointer field, Masking masking, Optional<EventCondition> when) {}
}
