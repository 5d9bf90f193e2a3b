package io.praetor.reasoning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Questions;
import io.praetor.reasoning.Sha256;
import io.praetor.reasoning.prompt.AnswerMode;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static Opinion asked(PreparedModel model) {
        return Reasoners.of(model, AnswerMode.SCORE).reason(Questions.deploy());
    }

    private static Opinion scored(LabelScores scores) {
        return asked(PreparedModel.scoring(() -> scores));
    }

    private static Applicable answer(Opinion opinion) {
        assertThat(opinion.evaluation()).isInstanceOf(Applicable.class);
        return (Applicable) opinion.evaluation();
    }

    private static String cause(Opinion opinion) {
        assertThat(opinion.evaluation()).isInstanceOf(Indeterminate.class);
        return ((Indeterminate) opinion.evaluation()).cause();
    }

    @Test
    void likeliestLabelDecidesWithItsShareTimesTheMass() {
        Applicable answer = answer(scored(PreparedModel.shares(.9, .02, .02, .01)));
        assertThat(answer.effect()).isEqualTo(Effect.ALLOW);
        assertThat(answer.confidence()).isCloseTo(.9, within(1e-9));
        assertThat(answer.clauses()).containsExactly(TestRule.clause("go"));
        assertThat(answer.obligations()).isEmpty();
    }

    @Test
    void citedClausesBearAndCanGiveTheEffect() {
        assertThat(answer(scored(PreparedModel.shares(.1, .1, .1, .7))).clauses())
                .containsExactly(TestRule.clause("stop"));
        assertThat(answer(scored(PreparedModel.shares(.1, .7, .1, .1))).clauses())
                .containsExactly(TestRule.clause("factor"));
    }

    @Test
    void obligationsAreThoseOfTheRulesOfTheCitedClause() {
        assertThat(answer(scored(PreparedModel.shares(.1, .1, .7, .1))).obligations())
                .containsExactly(
                        new Obligation.Attestation(
                                TestRule.clause("second"), Attester.PEER, 1, Optional.empty()),
                        new Obligation.Attestation(
                                TestRule.clause("second"), Attester.ADMIN, 1, Optional.empty()));
        assertThat(answer(scored(PreparedModel.shares(.1, .7, .1, .1))).obligations())
                .containsExactly(new Obligation.SecondFactor(TestRule.clause("factor")));
    }

    @Test
    void strictestOfEqualsDecides() {
        assertThat(answer(scored(PreparedModel.shares(.25, .25, .25, .25))).effect())
                .isEqualTo(Effect.DENY);
    }

    @Test
    void modelThatWouldRatherSaySomethingElseIsNotHeard() {
        assertThat(cause(scored(PreparedModel.shares(.4, .01, .01, .01))))
                .isEqualTo("the model gives only 0.430 of its belief to any answer");
        assertThat(cause(scored(PreparedModel.shares(0, 0, 0, 0)))).contains("0.000");
    }

    @Test
    void everyFailureOfAnAdapterIsACauseAndNoAnswer() {
        for (LanguageModelException.Failure failure : LanguageModelException.Failure.values()) {
            String cause = cause(asked(PreparedModel.scoring(failing(failure))));
            assertThat(cause).startsWith(failure.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        assertThat(
                        cause(
                                asked(
                                        PreparedModel.scoring(
                                                () -> {
                                                    throw new IllegalStateException("broken\npipe");
                                                }))))
                .isEqualTo(
                        "the model failed unforeseen: java.lang.IllegalStateException:"
                                + " broken pipe");
    }

    private static Supplier<LabelScores> failing(LanguageModelException.Failure failure) {
        return () -> {
            throw new LanguageModelException(failure, "prepared");
        };
    }

    @Test
    void scoresThatAreNoneAreNoAnswer() {
        assertThat(
                        cause(
                                asked(
                                        PreparedModel.scoring(
                                                () ->
                                                        new LabelScores(
                                                                Map.of("allow", Double.NaN))))))
                .contains("no log-probability");
        assertThat(cause(scored(new LabelScores(Map.of("allow", -.01)))))
                .isEqualTo("garbage: no score for `require_mfa`");
    }

    @Test
    void modelWithoutACardOrWithAnUnmeasurablePromptIsNotAsked() {
        PreparedModel gone = new PreparedModel();
        gone.card =
                () -> {
                    throw new LanguageModelException(
                            LanguageModelException.Failure.UNAVAILABLE, "nobody listens");
                };
        assertThat(cause(asked(gone))).isEqualTo("unavailable: nobody listens");
        PreparedModel odd = new PreparedModel();
        odd.charactersAToken = 0;
        assertThat(cause(asked(odd))).contains("/ by zero");
        assertThat(odd.prompts).isEmpty();
    }

    @Test
    void promptThatDoesNotFitIsNotAsked() {
        PreparedModel small = new PreparedModel();
        small.card = () -> new ModelCard("small", "", "", 64, List.of(), "test");
        Opinion opinion = asked(small);
        assertThat(cause(opinion)).contains("tokens and 48 are free");
        assertThat(small.prompts).isEmpty();
        assertThat(opinion.exchange()).isEmpty();
    }

    @Test
    void brokenRetrievalIsNoAnswer() {
        PreparedModel model = new PreparedModel();
        Opinion opinion =
                Reasoners.of(
                                model,
                                Settings.of(AnswerMode.SCORE, Reasoners.SECOND),
                                (_, _, _) -> {
                                    throw new IllegalStateException("index gone");
                                },
                                () -> 0)
                        .reason(Questions.deploy());
        assertThat(cause(opinion)).contains("index gone");
    }

    @Test
    void modelIsNotAskedOnceTheTimeIsOver() {
        Deque<Long> ticks = new ArrayDeque<>(List.of(0L, 2_000_000_000L));
        PreparedModel model = new PreparedModel();
        Opinion opinion =
                Reasoners.of(
                                model,
                                Settings.of(AnswerMode.SCORE, Reasoners.SECOND),
                                (_, _, _) -> Questions.passages(),
                                ticks::remove)
                        .reason(Questions.deploy());
        assertThat(cause(opinion)).startsWith("timeout: ");
        assertThat(model.prompts).isEmpty();
    }

    @Test
    void allowForAnActionThatNoRuleCoversCitesNothingAndIsNoAnswer() {
        PreparedModel model = PreparedModel.scoring(() -> PreparedModel.shares(.97, .01, .01, .01));
        Opinion opinion =
                Reasoners.of(model, AnswerMode.SCORE)
                        .reason(
                                Questions.of(
                                        TestSituations.of("teleport").build(),
                                        new NotApplicable()));
        assertThat(cause(opinion))
                .isEqualTo("no clause that was shown gives `allow` for such an action");
    }

    @Test
    void recordHoldsWhatWasAskedAndWhatCame() {
        PreparedModel model = PreparedModel.scoring(() -> PreparedModel.shares(.5, .2, .2, .1));
        Opinion opinion = asked(model);
        Prompt prompt = model.prompts.getFirst();
        Opinion.Exchange exchange = opinion.exchange().orElseThrow();
        assertThat(prompt.lead()).isEqualTo("{\"decision\":\"");
        assertThat(exchange.promptHash()).isEqualTo(Sha256.of(prompt.text()));
        assertThat(exchange.answer()).startsWith("{\"allow\":-0.69").contains("\"deny\":-2.3");
        assertThat(exchange.decoding())
                .startsWith("prompt=hybrid:")
                .contains("mode=score", "temperature=0.0", "calibration=none", "cut=none");
        assertThat(opinion.adviser().name()).isEqualTo("prepared");
        assertThat(opinion.adviser().isLanguageModel()).isTrue();
        assertThat(Reasoners.of(model, AnswerMode.SCORE).adviser()).isEqualTo(opinion.adviser());
        assertThat(opinion.passages()).contains("c.go", "c.vault");
    }

    @Test
    void whateverChangesAnswersChangesTheVersion() {
        PreparedModel model = PreparedModel.scoring(() -> PreparedModel.shares(.5, .2, .2, .1));
        Settings settings = Settings.of(AnswerMode.SCORE, Reasoners.SECOND);
        String version = version(model, settings);
        assertThat(version(model, settings)).isEqualTo(version);
        assertThat(version(model, settings.with(new Calibration.Temperature(2))))
                .isNotEqualTo(version);
        assertThat(
                        version(
                                model,
                                new Settings(
                                        AnswerMode.SCORE,
                                        0,
                                        2,
                                        Settings.ANSWER_TOKENS,
                                        Reasoners.SECOND,
                                        Calibration.none())))
                .isNotEqualTo(version);
        model.card =
                () ->
                        new ModelCard(
                                "prepared",
                                "ab12",
                                "Q8_0",
                                8_192,
                                List.of(new ModelCard.Adapter("tuned", "cd", 1)),
                                "test");
        assertThat(version(model, settings)).isNotEqualTo(version);
    }

    private static String version(PreparedModel model, Settings settings) {
        return Reasoners.of(model, settings).reason(Questions.deploy()).adviser().version();
    }

    @Test
    void confidenceIsCalibrated() {
        PreparedModel model = PreparedModel.scoring(() -> PreparedModel.shares(.97, .01, .01, .01));
        Settings cautious =
                Settings.of(AnswerMode.SCORE, Reasoners.SECOND)
                        .with(new Calibration.Temperature(4));
        assertThat(answer(Reasoners.of(model, cautious).reason(Questions.deploy())).confidence())
                .isLessThan(.8);
    }

    @Test
    void proseIsWrittenForTheDecisionThatWasMade() {
        PreparedModel model = new PreparedModel().answering("Deployers deploy.\"");
        assertThat(
                        Reasoners.of(model, AnswerMode.SCORE)
                                .prose(Questions.deploy(), Effect.REQUIRE_MFA))
                .contains("Deployers deploy.");
        assertThat(model.prompts.getFirst().lead())
                .isEqualTo("{\"decision\":\"require_mfa\", \"rationale\": \"");
    }
}
