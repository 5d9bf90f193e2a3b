package io.praetor.policy;

import java.util.Optional;

/**
 * Something wrong with a policy file.
 *
 * @param message a lower-case fragment, user input in backticks
 * @param suggestion the known name closest to a misspelt one
 */
public record PolicyProblem(
        Severity severity, SourcePosition position, String message, Optional<String> suggestion) {
    /** Whether the policy may still serve. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        String advice = suggestion.map(name -> "; did you mean `" + name + "`?").orElse("");
        String mark = severity == Severity.WARNING ? "warning: " : "";
        return position + ": " + mark + message + advice;
    }
}
