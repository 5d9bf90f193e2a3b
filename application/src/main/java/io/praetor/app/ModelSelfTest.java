package io.praetor.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.AnswerParser;
import io.praetor.reasoning.AnswerReading;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Question;
import io.praetor.situation.Admission;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.dialect.SituationReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A known question, asked in the way decisions will be asked: what comes back has to have the right
 * shape, whatever it says. The first asking also loads the model where its server loads late.
 */
public final class ModelSelfTest {
    /** Every effect, as prompts name it. */
    public static final List<String> LABELS =
            List.of("allow", "deny", "require_attestation", "require_mfa");

    static final String GRAMMAR =
            "root ::= \"{\\\"decision\\\": \\\"\" (\"allow\" | \"deny\") \"\\\"}\"";

    /** For servers that take no grammar: what the grammar says, as a JSON schema. */
    public static final Map<String, String> SCHEMAS =
            Map.of(
                    GRAMMAR,
                    "{\"type\":\"object\",\"properties\":{\"decision\":{\"type\":\"string\","
                            + "\"enum\":[\"allow\",\"deny\"]}},\"required\":[\"decision\"],"
                            + "\"additionalProperties\":false}");

    private static final int TOKENS_MAX = 32;

    private ModelSelfTest() {}

    /** The question, with a case of its own for each number. */
    static Prompt prompt(String shared, int number) {
        return new Prompt(
                "You decide whether an action may proceed: allow or deny.",
                shared,
                "A member reads page %d of the public handbook.".formatted(number),
                "");
    }

    /** A case on which no rule of any policy has a say, for the way decisions ask. */
    static Question question(PolicySet policy) {
        String json =
                """
                {"action_type":"read","actor_id":"user:warm-up","actor_role":"member",
                 "resource":"docs:handbook"}""";
        return switch (new SituationReader().read(json.getBytes(UTF_8), Instant.EPOCH)) {
            case Admission.Admitted admitted ->
                    new Question(
                            admitted.situation(),
                            new Evaluation.NotApplicable(),
                            RiskLevel.LOW,
                            policy);
            case Admission.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Every label gets a finite score; throws otherwise. */
    static LabelScores score(LanguageModel model, Prompt prompt, Duration timeMax) {
        LabelScores scores = model.score(prompt, LABELS, timeMax);
        boolean finite =
                scores.logProbabilities().values().stream().allMatch(score -> score > -1e6);
        if (!finite || !scores.logProbabilities().keySet().containsAll(LABELS)) {
            throw new LanguageModelException(
                    Failure.GARBAGE, "not every label has a finite score: " + scores);
        }
        return scores;
    }

    /** An answer under the grammar can be read; throws otherwise. */
    static Completion reason(LanguageModel model, Prompt prompt, Duration timeMax) {
        Completion answer =
                model.complete(
                        prompt, new Decoding(0, 1, TOKENS_MAX, Optional.of(GRAMMAR), timeMax));
        if (!(AnswerParser.read(answer.text()) instanceof AnswerReading.Read)) {
            throw new LanguageModelException(
                    Failure.GARBAGE, "an answer under the grammar cannot be read");
        }
        return answer;
    }
}
