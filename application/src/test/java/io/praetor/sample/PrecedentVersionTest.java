package io.praetor.sample;

import static io.praetor.sample.PrecedentAsking.ENGINE;
import static io.praetor.sample.PrecedentAsking.LIBRARY;
import static io.praetor.sample.PrecedentAsking.REASONER;
import static io.praetor.sample.PrecedentAsking.ask;
import static io.praetor.sample.PrecedentAsking.opinion;
import static io.praetor.sample.PrecedentAsking.reasoner;
import static io.praetor.sample.PrecedentAsking.situation;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.precedent.Coverage;
import io.praetor.reasoning.precedent.PrecedentReasoner;
import io.praetor.retrieval.Precedent;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of the built-in reasoner answered, from what, how often and how well. */
class PrecedentVersionTest {
    /** What was reached on the contrast pairs; no change goes behind it. */
    private static final int CONTRAST_RIGHT_MIN = 41;

    private static final int CONTRAST_WRONG_ALLOWS_MAX = 3;

    @Test
    void theShippedScenariosStayRightAndNoneIsWronglyAllowed() {
        List<PrecedentFigures.Line> lines = PrecedentFigures.ofSample(true).of(Shipped.scenarios());

        assertThat(lines).filteredOn(it -> !it.isRight()).isEmpty();
    }

    @Test
    void contrastPairsKeepWhatWasReached() {
        List<PrecedentFigures.Line> lines = PrecedentFigures.ofSample(true).of(Shipped.contrasts());

        assertThat(lines)
                .filteredOn(PrecedentFigures.Line::isRight)
                .hasSizeGreaterThanOrEqualTo(CONTRAST_RIGHT_MIN);
        assertThat(lines)
                .filteredOn(PrecedentFigures.Line::isWrongAllow)
                .hasSizeLessThanOrEqualTo(CONTRAST_WRONG_ALLOWS_MAX);
    }

    @Test
    void coverageCountsWhatWasAnswered() {
        Opinion answered =
                opinion(REASONER, situation("write_code", "repo:web", "Moves the search box."));
        Opinion abstained =
                opinion(
                        reasoner(ENGINE.policy(), List.of()),
                        situation("write_code", "repo:web", "Moves the search box."));
        Coverage coverage = Coverage.of(List.of(answered, abstained));

        assertThat(coverage.share()).hasValue(0.5);
        assertThat(coverage).hasToString("answered 1 of 2");
        assertThat(Coverage.of(List.of()).share()).isEmpty();
    }

    @Test
    void theSameExamplesGiveTheSameAnswers() {
        PrecedentReasoner again = reasoner(ENGINE.policy(), LIBRARY);
        assertThat(again.version()).isEqualTo(REASONER.version()).matches("[0-9a-f]{64}");
        for (Precedent each : LIBRARY.subList(0, 40)) {
            assertThat(opinion(again, each.situation()))
                    .isEqualTo(opinion(REASONER, each.situation()));
        }
    }

    @Test
    void anotherPolicyVersionIsAnotherReasoners() {
        PolicySet other =
                SampleDecisions.read(Shipped.text(Shipped.POLICY).replace("1.0.0", "1.0.1"))
                        .policy();
        Situation asked = situation("write_code", "repo:web", "Moves the search box to the top.");
        RuleOutcome rules = ENGINE.evaluate(asked);

        assertThat(
                        REASONER.reason(
                                        new Question(
                                                asked, rules.evaluation(), rules.risk(), other))
                                .evaluation())
                .isInstanceOf(Indeterminate.class);
    }

    @Test
    void passagesNameClausesAndExamplesThatExist() {
        List<String> known = new ArrayList<>();
        ENGINE.policy().clauses().keySet().forEach(it -> known.add(it.value()));
        LIBRARY.forEach(it -> known.add(it.id()));

        assertThat(
                        opinion(REASONER, situation("write_code", "repo:web", "Adds two tests."))
                                .passages())
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void withoutExamplesItAbstains() {
        PrecedentReasoner empty = reasoner(ENGINE.policy(), List.of());
        Situation asked = situation("write_code", "repo:web", "Moves the search box to the top.");

        assertThat(opinion(empty, asked).evaluation()).isInstanceOf(Indeterminate.class);
        assertThat(opinion(empty, asked).adviser().isLanguageModel()).isFalse();
    }

    @Test
    void withoutCuesItIsAnotherVersion() {
        assertThat(REASONER.withoutCues().version()).isNotEqualTo(REASONER.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mutes the alarm on the vault.|Does not mute the alarm on the vault.",
                "Her work has been slipping.|Her work has never been slipping.",
                "The change goes live by itself.|The change does not go live by itself.",
                "Overwrites the bookings.|Overwrites none of the bookings.",
            })
    void denyingASentenceNeverMakesItStricter(String said, String denied) {
        assertThat(held(ask(situation("write_code", "repo:ledger", denied))))
                .isLessThanOrEqualTo(held(ask(situation("write_code", "repo:ledger", said))));
    }

    private static Effect held(Evaluation said) {
        return said instanceof Evaluation.Applicable answer ? answer.effect() : Effect.REQUIRE_MFA;
    }
}
