package io.praetor.policy.document;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Problems as a terminal shows them: the message, then the line of the file with a caret under the
 * place.
 *
 * <pre>
 * policies/team.yaml:14:19: unknown action `deplyo`; did you mean `deploy`?
 *   14 |       actions: [deplyo]
 *      |                 ^
 * </pre>
 */
public final class ProblemReport {
    /** Wider lines wrap in a terminal, and the caret would point nowhere. */
    private static final int WIDTH_MAX = 100;

    /** How much of a longer line is shown before the place. */
    private static final int LEAD = 60;

    private final SourceText source;

    public ProblemReport(PolicySource source) {
        this.source = SourceText.of(source);
    }

    public String render(List<PolicyProblem> problems) {
        return problems.stream().map(this::render).collect(Collectors.joining("\n"));
    }

    public String render(PolicyProblem problem) {
        SourcePosition position = problem.position();
        String line = source.line(position.line()).replaceAll("\\p{Cntrl}", " ");
        int[] points = line.codePoints().toArray();
        int place = Math.clamp(position.column() - 1L, 0, points.length);
        int from = points.length <= WIDTH_MAX ? 0 : Math.max(0, place - LEAD);
        int to = Math.min(points.length, from + WIDTH_MAX);
        String shown = new String(points, from, to - from).stripTrailing();
        String number = Integer.toString(position.line());
        return "%s%n%6s | %s%n%6s | %s^%n"
                .formatted(problem, number, shown, "", " ".repeat(place - from))
                .replace(System.lineSeparator(), "\n");
    }
}
