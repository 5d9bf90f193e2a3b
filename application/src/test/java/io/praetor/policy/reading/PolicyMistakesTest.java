package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a policy wrong, as edits of the sample; the table is {@code mistakes.txt}. */
class PolicyMistakesTest {
    private record Mistake(String old, String replacement, List<String> problems) {}

    @TestFactory
    Stream<DynamicTest> everyMistakeIsReportedAtItsPlace() {
        return mistakes().stream()
                .map(
                        mistake ->
                                DynamicTest.dynamicTest(
                                        mistake.old() + " -> " + mistake.replacement(),
                                        () -> check(mistake)));
    }

    private static void check(Mistake mistake) {
        String text = Readings.edited(mistake.old(), mistake.replacement());
        assertThat(Readings.problems(Readings.read(text))).isEqualTo(mistake.problems());
    }

    private static List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        String[] blocks = Samples.text("mistakes.txt").split("\n\n", -1);
        for (String block : blocks) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                mistakes.add(
                        new Mistake(
                                unescaped(lines.get(0).substring(2)),
                                unescaped(lines.get(1).substring(1).replaceFirst("^ ", "")),
                                lines.subList(2, lines.size())));
            }
        }
        assertThat(mistakes).hasSizeGreaterThan(80);
        return mistakes;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\a", "\u0007");
    }
}
