package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.sample.SampleDecisions.Answer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped scenario, decided by rules alone under the sample policy. */
class SampleScenariosTest {
    /**
     * Of the ambiguous ones, how many rules alone get right: the floor that nothing may undercut.
     */
    private static final int AMBIGUOUS_RIGHT_MIN = 11;

    private static final SampleDecisions SAMPLE =
            SampleDecisions.under(Shipped.text(Shipped.POLICY));

    private static final List<Case> CASES =
            Shipped.scenarioFiles().stream()
                    .flatMap(file -> Case.allIn(Shipped.text(file)).stream())
                    .toList();

    static Stream<Case> settled() {
        return CASES.stream().filter(scenario -> !scenario.kind().equals("ambiguous"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settled")
    void decidesAsTheLawSays(Case scenario) {
        Answer answer = SAMPLE.answer(scenario);
        assertThat(scenario.right()).as("%s", answer).contains(answer.effect());
        assertThat(answer.refused()).as("%s", answer).isEqualTo(scenario.refused());
        if (answer.effect() == scenario.expected()) {
            assertThat(answer.clauses()).containsAll(scenario.clauses());
        }
    }

    @Test
    void ambiguousOnesAreNeverAllowedWhereThatIsWrongOnHighRisk() {
        assertThat(ambiguous())
                .filteredOn(scenario -> !scenario.right().contains(Effect.ALLOW))
                .noneMatch(scenario -> SAMPLE.answer(scenario).effect() == Effect.ALLOW);
    }

    @Test
    void rulesAloneGetMostAmbiguousOnesRight() {
        List<Case> right =
                ambiguous().stream()
                        .filter(
                                scenario ->
                                        scenario.right().contains(SAMPLE.answer(scenario).effect()))
                        .toList();
        assertThat(right).hasSizeGreaterThanOrEqualTo(AMBIGUOUS_RIGHT_MIN);
    }

    @Test
    void everyIdIsUnique() {
        assertThat(CASES).extracting(Case::id).doesNotHaveDuplicates();
    }

    @Test
    void everyEffectIsExpectedSomewhereInTheDemoToo() {
        Set<Effect> demo =
                Case.allIn(Shipped.text("scenarios/demo.yaml")).stream()
                        .map(Case::expected)
                        .collect(Collectors.toSet());
        assertThat(demo).containsExactlyInAnyOrder(Effect.values());
    }

    @Test
    void everyClauseIsExercised() {
        Set<String> exercised =
                CASES.stream()
                        .map(Case::clauses)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet());
        exercised.addAll(clausesOfAnswers());
        Set<String> unheard = new HashSet<>();
        SAMPLE.policy().clauses().keySet().forEach(clause -> unheard.add(clause.value()));
        unheard.removeAll(exercised);
        // SamplePolicyTest counts deploys until the limit; no scenario can bring counts along.
        assertThat(unheard).containsExactly("limits.shared");
    }

    @Test
    void scenariosNameOnlyClausesThatExist() {
        assertThat(CASES)
                .flatExtracting(Case::clauses)
                .isSubsetOf(
                        SAMPLE.policy().clauses().keySet().stream().map(ClauseId::value).toList());
    }

    private static List<Case> ambiguous() {
        return CASES.stream().filter(scenario -> scenario.kind().equals("ambiguous")).toList();
    }

    private static Set<String> clausesOfAnswers() {
        return CASES.stream()
                .map(SAMPLE::answer)
                .map(Answer::clauses)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
