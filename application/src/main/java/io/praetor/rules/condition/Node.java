package io.praetor.rules.condition;

import org.jspecify.annotations.Nullable;

/**
 * One compiled part of an expression.
 *
 * <p>Values are String, Boolean, Long, Double, Instant, Duration, List, Map with text keys, and
 * null for JSON's null; a struct is the record behind it. A part that has no value gives a {@link
 * Truth.Failure}; nothing is thrown.
 */
@FunctionalInterface
interface Node {
    @Nullable Object value(Facts facts);
}
