package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.policy.PolicyReading;
import io.praetor.sample.SampleDecisions.Answer;
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

    /** Changes to the policy file, and what then holds that did not hold before. */
    record Step(List<String> diffs, String scenario) {
        String changed() {
            return diffs.stream().reduce(POLICY, SampleGuideTest::apply);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void aShownChangeDoesWhatIsShown(Step step) {
        Case scenario = Case.oneIn(step.scenario());
        String changed = step.changed();
        assertThat(SampleDecisions.read(changed))
                .extracting(PolicyReading.Accepted::warnings)
                .isEqualTo(List.of());
        Answer answer = SampleDecisions.under(changed).answer(scenario);
        assertThat(answer.effect()).as("%s", answer).isEqualTo(scenario.expected());
        assertThat(answer.clauses()).containsAll(scenario.clauses());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void aShownChangeIsNeeded(Step step) {
        Case scenario = Case.oneIn(step.scenario());
        Answer before = SampleDecisions.under(POLICY).answer(scenario);
        boolean same = before.effect() == scenario.expected() && before.effect() != Effect.DENY;
        assertThat(same && before.clauses().containsAll(scenario.clauses())).isFalse();
    }

    @Test
    void theGuideShowsTheFourUsualChanges() {
        assertThat(steps()).hasSize(4);
    }

    @Test
    void theGuideExplainsEveryClause() {
        assertThat(SampleDecisions.under(POLICY).policy().clauses().keySet())
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
