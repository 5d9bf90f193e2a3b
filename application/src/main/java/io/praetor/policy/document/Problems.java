package io.praetor.policy.document;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers everything wrong with one file, so that an author sees it all at once. */
public final class Problems {
    /** Of each severity. Nobody reads more; a file wrong throughout is not worth the memory. */
    public static final int PROBLEMS_MAX = 200;

    private static final Comparator<PolicyProblem> FILE_ORDER =
            Comparator.<PolicyProblem>comparingInt(problem -> problem.position().line())
                    .thenComparingInt(problem -> problem.position().column());

    private final List<PolicyProblem> errors = new ArrayList<>();
    private final List<PolicyProblem> warnings = new ArrayList<>();

    public void error(SourcePosition position, String message) {
        add(Severity.ERROR, position, message, Optional.empty());
    }

    public void error(SourcePosition position, String message, Optional<String> suggestion) {
        add(Severity.ERROR, position, message, suggestion);
    }

    /** An unknown name, with the known one it was probably meant to be. */
    public void unknown(
            SourcePosition position, String what, String name, Collection<String> known) {
        if (errors.size() < PROBLEMS_MAX) {
            error(
                    position,
                    "unknown " + what + " " + quoted(name),
                    Spelling.closest(shortened(name), known));
        }
    }

    public void warning(SourcePosition position, String message) {
        add(Severity.WARNING, position, message, Optional.empty());
    }

    public void warning(SourcePosition position, String message, Optional<String> suggestion) {
        add(Severity.WARNING, position, message, suggestion);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Each problem once, even where a value was read twice. */
    public List<PolicyProblem> inFileOrder() {
        return Stream.concat(errors.stream(), warnings.stream())
                .distinct()
                .sorted(FILE_ORDER)
                .toList();
    }

    /** User input for a message: in backticks, on one line, at most 80 characters of it. */
    public static String quoted(String input) {
        return "`" + shortened(input) + "`";
    }

    private static String shortened(String input) {
        String line = input.replaceAll("\\p{Cntrl}", " ");
        int shown = 80;
        return line.codePointCount(0, line.length()) <= shown
                ? line
                : line.substring(0, line.offsetByCodePoints(0, shown)) + "...";
    }

    private void add(
            Severity severity,
            SourcePosition position,
            String message,
            Optional<String> suggestion) {
        List<PolicyProblem> found = severity == Severity.ERROR ? errors : warnings;
        if (found.size() < PROBLEMS_MAX) {
            found.add(new PolicyProblem(severity, position, message, suggestion));
        }
    }
}
