package io.praetor.reasoning;

/**
 * Reasons about situations where the rules leave room. Thread-safe. Whatever fails inside is an
 * Indeterminate evaluation with its cause, never an exception.
 */
@FunctionalInterface
public interface Reasoner {
    Opinion reason(Question question);
}
