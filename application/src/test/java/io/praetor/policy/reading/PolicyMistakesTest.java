package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a policy wrong, as edits of the sample; the table is {@code mistakes.txt}. */
class PolicyMistakesTest {
    @TestFactory
    Stream<DynamicTest> everyMistakeIsReportedAtItsPlace() {
        List<Samples.Edit> mistakes = Samples.edits("mistakes.txt");
        assertThat(mistakes).hasSizeGreaterThan(80);
        return mistakes.stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> check(mistake)));
    }

    private static void check(Samples.Edit mistake) {
        assertThat(Readings.problems(Readings.read(mistake.text()))).isEqualTo(mistake.expected());
    }
}
