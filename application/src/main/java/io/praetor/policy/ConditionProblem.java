package io.praetor.policy;

import java.util.Optional;

/**
 * Something wrong with the text of a condition.
 *
 * @param offset where in the text, in chars from 0
 * @param message a lower-case fragment, user input in backticks
 * @param suggestion the known name closest to a misspelt one
 */
public record ConditionProblem(int offset, String message, Optional<String> suggestion) {}
