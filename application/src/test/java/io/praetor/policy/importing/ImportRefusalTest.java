package io.praetor.policy.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What importers refuse, and where; the table is {@code refused.txt}. */
class ImportRefusalTest {
    @TestFactory
    Stream<DynamicTest> whatIsNotKnownIsRefusedAtItsJsonPath() {
        return Arrays.stream(Samples.text("importing/refused.txt").split("\n\n", -1))
                .filter(block -> !block.startsWith("#"))
                .map(block -> block.lines().toList())
                .map(lines -> DynamicTest.dynamicTest(lines.getFirst(), () -> check(lines)));
    }

    private static void check(List<String> lines) {
        String json = lines.getFirst().substring(lines.getFirst().indexOf(' ') + 1);
        ImportReading reading =
                lines.getFirst().startsWith("web4 ")
                        ? ImportTest.web4(json, "f.json")
                        : ImportTest.hardbound(json, "f.json");
        assertThat(ImportTest.problems(reading))
                .isEqualTo(lines.stream().skip(1).map(Samples::unescaped).toList());
    }
}
