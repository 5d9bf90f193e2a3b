package io.praetor.adapters.openai;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model behind an OpenAI-compatible server, such as vLLM. Thread-safe.
 *
 * <p>Such a server states no digest and counts no tokens in advance, so counts are estimates; the
 * counts of its answers are what the limits are held against. Scores come from the likeliest tokens
 * that it tells.
 */
public final class OpenAiModel implements LanguageModel, AutoCloseable {
    /** The most that these servers tell. */
    private static final int LIKELIEST = 20;

    private static final Prompt PROBE = new Prompt("", "", "Say yes.", "");

    private final JsonClient client;
    private final ServerSettings settings;
    private final ModelCard card;
    private final Dialogue dialogue;
    private final Structure structure;

    private OpenAiModel(
            JsonClient client, ServerSettings settings, Served served, Dialogue dialogue) {
        this.client = client;
        this.settings = settings;
        this.dialogue = dialogue;
        structure = Structure.of(served.owner());
        card =
                new ModelCard(
                        served.name(),
                        "",
                        "",
                        served.contextTokens(),
                        List.of(),
                        "%s (OpenAI-compatible, %s)".formatted(served.owner(), dialogue.shown()));
    }

    /** What the server's list says about the model. */
    private record Served(String name, String owner, int contextTokens) {
        static Served of(JsonClient client, ServerSettings settings, Deadline deadline) {
            Reply models = client.get("/v1/models", deadline).at("data");
            List<String> names = models.elements().stream().map(it -> it.at("id").text()).toList();
            String name = ModelChoice.among(names, settings.name());
            Reply model = models.elements().get(names.indexOf(name));
            return new Served(
                    name,
                    model.maybe("owned_by").map(Reply::text).orElse("server"),
                    ModelChoice.context(
                            settings.contextTokens(),
                            model.maybe("max_model_len").map(Reply::whole)));
        }
    }

    /** Asks the server what it runs and how it is to be asked. */
    public static OpenAiModel open(ServerSettings settings) {
        JsonClient client = new JsonClient(settings.endpoint());
        Deadline deadline = Deadline.in(settings.openTime());
        try {
            ModelChoice.checkDigest(settings.sha256(), "");
            Served served = Served.of(client, settings, deadline);
            OpenAiModel chat = new OpenAiModel(client, settings, served, Dialogue.CHAT);
            if (chat.answersTo(PROBE, deadline)) {
                return chat;
            }
            OpenAiModel text = new OpenAiModel(client, settings, served, Dialogue.TEXT);
            text.choice(text.request(PROBE, "").put("max_tokens", 1), deadline);
            return text;
        } catch (LanguageModelException failure) {
            client.close();
            throw failure;
        }
    }

    /** False where the model has no template for turns, or the server no such address. */
    private boolean answersTo(Prompt probe, Deadline deadline) {
        try {
            choice(request(probe, "").put("max_tokens", 1), deadline);
            return true;
        } catch (LanguageModelException failure) {
            if (failure.failure() == Failure.MISMATCH) {
                return false;
            }
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
        ObjectNode request = request(prompt, begun).put("max_tokens", 1).put("temperature", 0);
        dialogue.wantLikeliest(request, LIKELIEST);
        Reply answer = answer(request, deadline);
        checkFits(answer, 1);
        return Dialogue.likeliest(answer.at("choices").only());
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        ObjectNode request =
                request(prompt, "")
                        .put("max_tokens", decoding.tokensMax())
                        .put("temperature", decoding.temperature())
                        .put("seed", decoding.seed());
        decoding.grammar()
                .ifPresent(grammar -> structure.hold(request, grammar, settings.schemas()));
        Reply answer = answer(request, Deadline.in(decoding.timeMax()));
        checkFits(answer, decoding.tokensMax());
        Reply choice = answer.at("choices").only();
        Reply usage = answer.at("usage");
        Optional<Integer> reused =
                usage.maybe("prompt_tokens_details")
                        .flatMap(details -> details.maybe("cached_tokens"))
                        .map(Reply::whole);
        return new Completion(
                Messages.withoutLead(prompt, dialogue.text(choice)),
                stop(choice.at("finish_reason")),
                usage.at("prompt_tokens").whole(),
                reused.orElse(0),
                usage.at("completion_tokens").whole());
    }

    private static Stop stop(Reply reason) {
        return switch (reason.text()) {
            case "stop" -> Stop.END;
            case "length" -> Stop.LENGTH;
            default -> throw reason.garbage("is `%s`, no answer".formatted(reason.text()));
        };
    }

    private void checkFits(Reply answer, int answerTokens) {
        int prompt = answer.at("usage").at("prompt_tokens").whole();
        ModelChoice.checkFits(prompt, answerTokens, card.contextTokens());
    }

    private ObjectNode request(Prompt prompt, String begun) {
        ObjectNode request =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("model", card.name())
                        .put("n", 1)
                        .put("stream", false);
        dialogue.ask(request, prompt, begun);
        boolean begins = !(prompt.lead() + begun).isEmpty();
        if (dialogue == Dialogue.CHAT && begins) {
            structure.goOn(request);
        }
        return request;
    }

    private Reply answer(ObjectNode request, Deadline deadline) {
        Reply answer = client.post(dialogue.path(), request, deadline);
        ModelChoice.check(card.name(), answer.at("model"));
        return answer;
    }

    private Reply choice(ObjectNode request, Deadline deadline) {
        return answer(request, deadline).at("choices").only();
    }

    @Override
    public void close() {
        client.close();
    }
}
