package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.suite.Kind;
import io.praetor.suite.Outcome;
import io.praetor.suite.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped scenario, decided by rules alone under the sample policy. */
class SampleScenariosTest {
    /** How many ambiguous ones rules alone get right: the floor that no change undercuts. */
    private static final int AMBIGUOUS_RIGHT_MIN = 15;

    private static final SampleDecisions SAMPLE =
            SampleDecisions.under(Shipped.text(Shipped.POLICY));

    private static final List<Outcome> OUTCOMES = SAMPLE.outcomes(Shipped.scenarios(), 0);

    static List<Named<Outcome>> settled() {
        return OUTCOMES.stream()
                .filter(outcome -> !isAmbiguous(outcome))
                .map(outcome -> Named.of(outcome.scenario().id(), outcome))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settled")
    void decidesAsTheLawSays(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        assertThat(outcome.marks().isRight()).as("%s", outcome.answer()).isTrue();
        if (outcome.answer().effect() == scenario.expected()) {
            assertThat(outcome.answer().clauses()).containsAll(scenario.clauses());
        }
    }

    @Test
    void ambiguousOnesAreAllowedOnlyWhereThatIsRight() {
        assertThat(OUTCOMES)
                .filteredOn(outcome -> outcome.answer().effect() == Effect.ALLOW)
                .allMatch(outcome -> outcome.marks().isRight());
    }

    @Test
    void rulesAloneGetMostAmbiguousOnesRight() {
        assertThat(OUTCOMES)
                .filteredOn(SampleScenariosTest::isAmbiguous)
                .filteredOn(outcome -> outcome.marks().isRight())
                .hasSizeGreaterThanOrEqualTo(AMBIGUOUS_RIGHT_MIN);
    }

    @Test
    void theDemoShowsEveryEffect() {
        assertThat(Shipped.scenarios(Shipped.DEMO, Shipped.text(Shipped.DEMO)))
                .extracting(Scenario::expected)
                .contains(Effect.values());
    }

    @Test
    void everyClauseIsExercised() {
        Set<ClauseId> unheard = new HashSet<>(SAMPLE.policy().clauses().keySet());
        OUTCOMES.forEach(outcome -> unheard.removeAll(outcome.answer().clauses()));
        // Scenarios bring no counts along; SamplePolicyTest deploys until the limit.
        assertThat(unheard).containsExactly(new ClauseId("limits.shared"));
    }

    @Test
    void scenariosNameOnlyClausesThatExist() {
        assertThat(OUTCOMES)
                .flatExtracting(outcome -> outcome.scenario().clauses())
                .isSubsetOf(SAMPLE.policy().clauses().keySet());
    }

    private static boolean isAmbiguous(Outcome outcome) {
        return outcome.scenario().kind().equals(Optional.of(Kind.AMBIGUOUS));
    }
}
