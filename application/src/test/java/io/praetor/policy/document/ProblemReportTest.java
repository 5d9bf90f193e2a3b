package io.praetor.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemReportTest {
    @Test
    void aCaretStandsUnderThePlace() {
        check("a: 1\n  actions: [deplyo]\n", 2, 13)
                .isEqualTo(
                        """
                        f:2:13: unknown action `deplyo`; did you mean `deploy`?
                             2 |   actions: [deplyo]
                               |             ^
                        """);
    }

    @Test
    void tabsAndControlCharactersDoNotMoveTheCaret() {
        check("\tx: \u001b[31m1", 1, 5)
                .isEqualTo(
                        """
                        f:1:5: unknown action `deplyo`; did you mean `deploy`?
                             1 |  x:  [31m1
                               |     ^
                        """);
    }

    @Test
    void longLinesAreShownAroundThePlace() {
        String line = "a".repeat(500) + "X" + "b".repeat(500);
        check(line, 1, 501)
                .isEqualTo(
                        """
                        f:1:501: unknown action `deplyo`; did you mean `deploy`?
                             1 | %sX%s
                               | %s^
                        """
                                .formatted("a".repeat(60), "b".repeat(39), " ".repeat(60)));
    }

    @Test
    void aPlaceBehindTheEndIsShownThere() {
        check("a: [\n", 2, 1)
                .isEqualTo(
                        """
                        f:2:1: unknown action `deplyo`; did you mean `deploy`?
                             2 |\s
                               | ^
                        """);
    }

    @Test
    void problemsAreSetApart() {
        PolicySource source = new PolicySource("f", "a\nb\n");
        List<PolicyProblem> problems =
                List.of(
                        problem(Severity.ERROR, 1, "bad", Optional.empty()),
                        problem(Severity.WARNING, 2, "odd", Optional.empty()));
        assertThat(new ProblemReport(source).render(problems))
                .isEqualTo(
                        """
                        f:1:1: bad
                             1 | a
                               | ^

                        f:2:1: warning: odd
                             2 | b
                               | ^
                        """);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> check(
            String text, int line, int column) {
        PolicyProblem problem =
                new PolicyProblem(
                        Severity.ERROR,
                        new SourcePosition("f", line, column),
                        "unknown action `deplyo`",
                        Optional.of("deploy"));
        return assertThat(new ProblemReport(new PolicySource("f", text)).render(problem));
    }

    private static PolicyProblem problem(
            Severity severity, int line, String message, Optional<String> suggestion) {
        return new PolicyProblem(severity, new SourcePosition("f", line, 1), message, suggestion);
    }
}
