package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.ProblemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/policy-files.md} shows is true. */
class PolicyFilesDocTest {
    @Test
    void theShownPolicyIsSoundAndItsMistakeIsReportedAsShown() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/policy-files.md"));
        String policy = block(lines, "# yaml-language-server");
        assertThat(Readings.accepted(policy).warnings()).isEmpty();
        String mistaken = policy.replaceFirst("\\[\"family:deploy\"]", "[deplyo]");
        PolicySource source = new PolicySource("policies/blue.yaml", mistaken);
        assertThat(new PolicyReader(new ConditionParser()).read(source))
                .isInstanceOfSatisfying(
                        PolicyReading.Rejected.class,
                        rejected ->
                                assertThat(new ProblemReport(source).render(rejected.problems()))
                                        .isEqualTo(block(lines, "policies/blue.yaml:")));
    }

    /** The indented lines from the one that starts so. */
    private static String block(List<String> lines, String start) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("    " + start))
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4) + "\n")
                .collect(Collectors.joining());
    }
}
