package io.praetor.adapters.ollama;

import io.praetor.adapters.http.Deadline;
import io.praetor.adapters.http.JsonClient;
import io.praetor.adapters.http.LabelWalk;
import io.praetor.adapters.http.Messages;
import io.praetor.adapters.http.ModelChoice;
import io.praetor.adapters.http.Reply;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.adapters.http.TokenEstimate;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model behind Ollama's own API. Thread-safe.
 *
 * <p>Ollama counts no tokens in advance, takes JSON schemas but no grammars, and older versions
 * tell no probabilities; then there are no scores. It is told not to cut a prompt, and held to it
 * by its own count.
 */
public final class OllamaModel implements LanguageModel, AutoCloseable {
    /** The most that Ollama tells. */
    private static final int LIKELIEST = 20;

    private static final long SEED = 1;

    private final JsonClient client;
    private final ServerSettings settings;
    private final ModelCard card;

    private OllamaModel(JsonClient client, ServerSettings settings, ModelCard card) {
        this.client = client;
        this.settings = settings;
        this.card = card;
    }

    /** Asks the server what it has; throws where that is not what the settings ask for. */
    public static OllamaModel open(ServerSettings settings) {
        JsonClient client = new JsonClient(settings.endpoint());
        try {
            ModelCard card = OllamaCard.of(client, settings, Deadline.in(settings.openTime()));
            return new OllamaModel(client, settings, card);
        } catch (LanguageModelException failure) {
            client.close();
            throw failure;
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public int tokens(Prompt prompt) {
        return TokenEstimate.of(prompt);
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        Deadline deadline = Deadline.in(timeMax);
        return LabelWalk.scores(labels, begun -> likeliest(prompt, begun, deadline));
    }

    private Map<String, Double> likeliest(Prompt prompt, String begun, Deadline deadline) {
        ObjectNode request =
                request(prompt, begun).put("logprobs", true).put("top_logprobs", LIKELIEST);
        options(request, 1).put("temperature", 0).put("seed", SEED);
        Reply answer = answer(request, 1, deadline);
        Reply first =
                answer.maybe("logprobs").stream()
                        .flatMap(told -> told.elements().stream())
                        .findFirst()
                        .orElseThrow(this::noScores);
        Map<String, Double> likeliest = new HashMap<>();
        for (Reply token : first.maybe("top_logprobs").orElseThrow(this::noScores).elements()) {
            likeliest.merge(
                    token.at("token").text(), token.at("logprob").logProbability(), Math::max);
        }
        return likeliest;
    }

    private LanguageModelException noScores() {
        return new LanguageModelException(
                Failure.MISMATCH,
                "this server gives no label scores (%s); set model.mode to reason, or update Ollama"
                        .formatted(card.runtime()));
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        ObjectNode request = request(prompt, "");
        decoding.grammar().ifPresent(grammar -> hold(request, grammar));
        options(request, decoding.tokensMax())
                .put("temperature", decoding.temperature())
                .put("seed", decoding.seed());
        Reply answer = answer(request, decoding.tokensMax(), Deadline.in(decoding.timeMax()));
        return new Completion(
                Messages.withoutLead(prompt, answer.at("message").at("content").text()),
                stop(answer.at("done_reason")),
                answer.at("prompt_eval_count").whole(),
                0,
                answer.at("eval_count").whole());
    }

    private void hold(ObjectNode request, String grammar) {
        String schema = settings.schemas().get(grammar);
        if (schema == null) {
            throw new LanguageModelException(
                    Failure.BAD_GRAMMAR,
                    "Ollama takes JSON schemas only, and none is known that says what the grammar"
                            + " says; use llama-server");
        }
        request.set("format", JsonMapper.shared().readTree(schema));
    }

    private static Stop stop(Reply reason) {
        return switch (reason.text()) {
            case "stop" -> Stop.END;
            case "length" -> Stop.LENGTH;
            default -> throw reason.garbage("is `%s`, no answer".formatted(reason.text()));
        };
    }

    private ObjectNode request(Prompt prompt, String begun) {
        ObjectNode request =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("model", card.name())
                        .put("stream", false)
                        .put("truncate", false)
                        .put("shift", false);
        request.set("messages", Messages.of(prompt, begun));
        return request;
    }

    private ObjectNode options(ObjectNode request, int tokensMax) {
        return request.putObject("options")
                .put("num_ctx", card.contextTokens())
                .put("num_predict", tokensMax);
    }

    private Reply answer(ObjectNode request, int tokensMax, Deadline deadline) {
        Reply answer = client.post("/api/chat", request, deadline);
        ModelChoice.check(card.name(), answer.at("model"));
        Reply done = answer.at("done");
        if (!done.truth()) {
            throw done.garbage("is false: the answer is cut");
        }
        ModelChoice.checkFits(
                answer.at("prompt_eval_count").whole(), tokensMax, card.contextTokens());
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
