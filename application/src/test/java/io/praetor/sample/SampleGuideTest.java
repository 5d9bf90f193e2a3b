package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.suite.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to the sample policy: what it lists is all there is, and what it shows works. */
class SampleGuideTest {
    private static final Pattern FENCE = Pattern.compile("(?s)```(diff|yaml)\n(.*?)```");
    private static final Pattern SIGNAL = Pattern.compile("context\\.signals\\.(\\w+)\\b(?!\\()");

    private static final String GUIDE = Shipped.text(Shipped.GUIDE);
    private static final String POLICY = Shipped.text(Shipped.POLICY);
    private static final SampleDecisions AS_SHIPPED = SampleDecisions.under(POLICY);

    /** Where the guide's own counter stands: a hundred actions before, as its text says. */
    private static final long COUNTED = 100;

    /** Changes to the policy file, and what then holds that did not hold before. */
    record Step(List<String> diffs, String scenario) {
        String changed() {
            return diffs.stream().reduce(POLICY, SampleGuideTest::apply);
        }

        /** Whether the scenario is decided as shown, on the clauses that are shown. */
        boolean holdsUnder(SampleDecisions policy) {
            String file = "scenarios:\n  - id: shown\n" + scenario.indent(4);
            boolean counts = diffs.getFirst().contains("counters:");
            Outcome outcome =
                    policy.outcomes(Shipped.scenarios(Shipped.GUIDE, file), counts ? COUNTED : 0)
                            .getFirst();
            return outcome.marks().isRight()
                    && outcome.answer().clauses().containsAll(outcome.scenario().clauses());
        }

        @Override
        public String toString() {
            return diffs.getFirst()
                    .lines()
                    .filter(line -> line.startsWith("+"))
                    .findFirst()
                    .orElse("");
        }
    }

    static Stream<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<String> diffs = new ArrayList<>();
        for (MatchResult fence : FENCE.matcher(GUIDE).results().toList()) {
            if (fence.group(1).equals("diff")) {
                diffs.add(fence.group(2));
            } else {
                steps.add(new Step(List.copyOf(diffs), fence.group(2)));
                diffs.clear();
            }
        }
        return steps.stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aShownChangeDoesWhatIsShown(Step step) {
        String changed = step.changed();
        assertThat(SampleDecisions.read(changed).warnings()).isEmpty();
        assertThat(step.holdsUnder(SampleDecisions.under(changed))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aShownChangeIsNeeded(Step step) {
        assertThat(step.holdsUnder(AS_SHIPPED)).isFalse();
    }

    @Test
    void theGuideShowsTheFourUsualChanges() {
        assertThat(steps()).hasSize(4);
    }

    @Test
    void theGuideExplainsEveryClause() {
        assertThat(AS_SHIPPED.policy().clauses().keySet())
                .allMatch(clause -> GUIDE.contains("`" + clause.value() + "`"));
    }

    @Test
    void theGuideExplainsEverySignal() {
        assertThat(SIGNAL.matcher(POLICY).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(signal -> GUIDE.contains("| `" + signal + "` |"));
    }

    private static String apply(String text, String diff) {
        String before = side(diff, '+');
        assertThat(text).as("the place that a diff is about").containsOnlyOnce(before);
        return text.replace(before, side(diff, '-'));
    }

    /** The lines of a diff without those marked {@code dropped}, and without the marks. */
    private static String side(String diff, char dropped) {
        StringBuilder side = new StringBuilder();
        diff.lines()
                .filter(line -> line.isEmpty() || line.charAt(0) != dropped)
                .forEach(line -> side.append(line.isEmpty() ? "" : line.substring(1)).append('\n'));
        return side.toString();
    }
}
