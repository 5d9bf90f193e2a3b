package io.praetor.reasoning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Questions;
import io.praetor.reasoning.prompt.AnswerMode;
import io.praetor.reasoning.prompt.OutputContract;
import io.praetor.testing.TestRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasoningTest {
    private static final String GO = "{\"id\": \"c.go\", \"quote\": \"Text of c.go\"}";

    private static String answer(String decision, String... references) {
        return """
        The deployer ships to staging.
        {"classification": "deploy", "context_summary": "s", "applicable_rules": ["c.go"],
         "reasoning": "r", "decision": "%s", "rationale": "Because so.",
         "policy_references": [%s]}
        """
                .formatted(decision, String.join(", ", references));
    }

    private static PreparedModel sure(Effect effect) {
        return PreparedModel.scoring(
                () ->
                        PreparedModel.shares(
                                share(effect, Effect.ALLOW),
                                share(effect, Effect.REQUIRE_MFA),
                                share(effect, Effect.REQUIRE_ATTESTATION),
                                share(effect, Effect.DENY)));
    }

    private static double share(Effect sure, Effect effect) {
        return sure == effect ? .96 : .01;
    }

    private static Opinion asked(PreparedModel model) {
        return Reasoners.of(model, AnswerMode.REASON).reason(Questions.deploy());
    }

    private static void checkNoAnswer(PreparedModel model, String cause) {
        assertThat(asked(model).evaluation())
                .isInstanceOfSatisfying(
                        Indeterminate.class, said -> assertThat(said.cause()).contains(cause));
    }

    @Test
    void writtenAnswerCountsWithTheConfidenceOfItsScores() {
        PreparedModel model = sure(Effect.ALLOW).answering(answer("allow", GO));
        Opinion opinion = asked(model);
        Applicable said = (Applicable) opinion.evaluation();
        assertThat(said.effect()).isEqualTo(Effect.ALLOW);
        assertThat(said.confidence()).isCloseTo(.96 * .99, within(.01));
        assertThat(said.clauses()).containsExactly(TestRule.clause("go"));
        assertThat(said.reasons()).containsExactly("model `prepared` says: Because so.");
        Prompt scored = model.prompts.getLast();
        assertThat(scored.lead()).startsWith("The deployer").endsWith("\"decision\": \"");
        assertThat(model.decodings.getFirst().grammar()).contains(OutputContract.reasonedGrammar());
        assertThat(opinion.exchange().orElseThrow().answer()).isEqualTo(answer("allow", GO));
        assertThat(opinion.exchange().orElseThrow().decoding()).contains("scores={\"allow\":");
    }

    @Test
    void unknownIdsInventedQuotesAndClausesAboutOtherThingsAreDropped() {
        PreparedModel model =
                sure(Effect.DENY)
                        .answering(
                                answer(
                                        "deny",
                                        "{\"id\": \"c.stop\", \"quote\": \"Text of c.stop\"}",
                                        "{\"id\": \"c.none\", \"quote\": \"Text\"}",
                                        "{\"id\": \"c.go\", \"quote\": \"never said\"}",
                                        "{\"id\": \"c.vault\", \"quote\": \"Text of c.vault\"}"));
        Opinion opinion = asked(model);
        assertThat(((Applicable) opinion.evaluation()).clauses())
                .containsExactly(TestRule.clause("stop"));
        assertThat(opinion.dropped())
                .extracting(Dropped::cause)
                .containsExactly(Cause.UNKNOWN_ID, Cause.INVENTED_QUOTE, Cause.NO_BEARING);
    }

    @Test
    void answerThatCitesNothingThatHoldsIsNone() {
        checkNoAnswer(sure(Effect.ALLOW).answering(answer("allow")), "no reference");
        Opinion opinion =
                asked(
                        sure(Effect.ALLOW)
                                .answering(
                                        answer(
                                                "allow",
                                                "{\"id\": \"c.vault\", \"quote\": \"Text of\"}")));
        assertThat(opinion.evaluation())
                .isEqualTo(Indeterminate.because("no reference of the answer holds"));
        assertThat(opinion.dropped()).hasSize(1);
    }

    @Test
    void answerThatItsOwnScoresContradictIsNone() {
        checkNoAnswer(
                sure(Effect.DENY).answering(answer("allow", GO)),
                "the model wrote `allow` and finds `deny` likelier");
    }

    @Test
    void unreadableAnswerIsAskedForOnceMoreAndNeverBecomesAllow() {
        checkNoAnswer(
                sure(Effect.ALLOW).answering("I think so.").answering(answer("allow", GO)),
                "the answer was unreadable: no decision field");
        PreparedModel model =
                sure(Effect.DENY).answering("I think not.").answering(answer("deny", GO));
        Opinion opinion = asked(model);
        assertThat(((Applicable) opinion.evaluation()).effect()).isEqualTo(Effect.DENY);
        assertThat(model.decodings.getLast().grammar()).contains(OutputContract.grammar());
        assertThat(opinion.exchange().orElseThrow().decoding()).contains(" repaired ");
        assertThat(opinion.exchange().orElseThrow().answer()).startsWith("I think not.\n--- asked");
    }

    @Test
    void answerThatWasCutIsUnreadableEvenWhereItsLabelStands() {
        String text = answer("allow", GO);
        PreparedModel model =
                sure(Effect.ALLOW)
                        .answering(() -> new Completion(text, Stop.LENGTH, 1, 0, 800))
                        .answering(() -> new Completion(text, Stop.LENGTH, 1, 0, 800));
        checkNoAnswer(model, "unreadable twice: cut at the limit");
    }

    @Test
    void garbageOfEverySortIsNoAnswer() {
        for (String garbage :
                List.of(
                        "",
                        "   ",
                        "allow",
                        "{\"decision\": \"allow|deny\"}",
                        "{\"decision\": \"allow\"",
                        "Decision: allow\nDecision: deny",
                        "Decision: allow\n".repeat(4_000),
                        "\u0000\uffff",
                        "Entscheidung: erlauben")) {
            checkNoAnswer(sure(Effect.ALLOW).answering(garbage).answering(garbage), "");
        }
    }

    @Test
    void everyFailureWhileWritingOrScoringIsNoAnswer() {
        for (LanguageModelException.Failure failure : LanguageModelException.Failure.values()) {
            PreparedModel mute =
                    sure(Effect.ALLOW)
                            .answering(
                                    () -> {
                                        throw new LanguageModelException(failure, "prepared");
                                    });
            checkNoAnswer(mute, "prepared");
            PreparedModel numb =
                    PreparedModel.scoring(
                                    () -> {
                                        throw new LanguageModelException(failure, "prepared");
                                    })
                            .answering(answer("allow", GO));
            checkNoAnswer(numb, "prepared");
        }
    }
}
