package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.Samples;
import io.praetor.policy.document.ProblemReport;
import io.praetor.policy.document.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a policy's text, reading it ends in a value that points into the text. */
class PolicyFuzzTest {
    private static final String SAMPLE = Samples.sample();
    private static final List<String> SCRAPS =
            List.of(
                    "\n",
                    "  ",
                    "\t",
                    ":",
                    ": ",
                    "- ",
                    "[",
                    "]",
                    "{",
                    "}",
                    "\"",
                    "'",
                    "|\n",
                    ">\n",
                    "&a ",
                    "*a",
                    "!x ",
                    "# ",
                    "? ",
                    "---\n",
                    "null",
                    "0.5",
                    "-1",
                    "1e400",
                    ".nan",
                    "true",
                    "<<",
                    "\\",
                    "\u0000",
                    "\u2028",
                    "\uFEFF",
                    "\uD83D\uDE00",
                    "\uD800",
                    "family:",
                    "deny",
                    "context.",
                    "&&",
                    "\r",
                    "%YAML 1.1\n",
                    "~",
                    ",");

    @Test
    void mutatedPoliciesAreAcceptedOrRejectedWithPlacesInTheFile() {
        long seed = 20261121;
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            String text = mutated(random, 1 + random.nextInt(4));
            accepted += check(text, seed, i) ? 1 : 0;
        }
        assertThat(accepted).as("both outcomes occur, seed %d", seed).isBetween(10, 390);
    }

    private static boolean check(String text, long seed, int round) {
        PolicySource source = new PolicySource("p.yaml", text);
        PolicyReading reading = Readings.read(text);
        List<PolicyProblem> problems =
                switch (reading) {
                    case PolicyReading.Accepted(var policy, var warnings) -> warnings;
                    case PolicyReading.Rejected(var found) -> found;
                };
        SourceText lines = SourceText.of(source);
        assertThat(problems)
                .as("seed %d round %d", seed, round)
                .allMatch(problem -> isInside(lines, problem))
                .allMatch(problem -> !problem.toString().contains("\n"))
                .isSortedAccordingTo(
                        (a, b) ->
                                a.position().line() != b.position().line()
                                        ? a.position().line() - b.position().line()
                                        : a.position().column() - b.position().column());
        boolean rejected = reading instanceof PolicyReading.Rejected;
        assertThat(problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR))
                .as("seed %d round %d", seed, round)
                .isEqualTo(rejected);
        assertThat(new ProblemReport(source).render(problems)).isNotNull();
        return !rejected;
    }

    private static boolean isInside(SourceText lines, PolicyProblem problem) {
        int line = problem.position().line();
        int column = problem.position().column();
        return line >= 1
                && line <= lines.lines()
                && column >= 1
                && column <= lines.line(line).codePointCount(0, lines.line(line).length()) + 1;
    }

    private static String mutated(Random random, int times) {
        StringBuilder text = new StringBuilder(SAMPLE);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(1 + random.nextInt(40)));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, to));
                case 3 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                default -> swapLines(text, random);
            }
        }
        return text.toString();
    }

    private static void swapLines(StringBuilder text, Random random) {
        String[] lines = text.toString().split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        String kept = lines[a];
        lines[a] = lines[b];
        lines[b] = kept;
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}
