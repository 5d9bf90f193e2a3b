package io.praetor.adapters.openai;

import io.praetor.adapters.http.Deadline;
import io.praetor.adapters.http.JsonClient;
import io.praetor.adapters.http.ModelChoice;
import io.praetor.adapters.http.Reply;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model behind a llama-server's own API. Thread-safe; the server lets requests wait for a slot.
 *
 * <p>Prompts are sent as tokens, so that what was counted is what is read, and the part that many
 * prompts share is found in the server's cache. Scores are over the whole vocabulary, before any
 * sampling.
 */
public final class LlamaServerModel implements LanguageModel, AutoCloseable {
    /** Enough likeliest tokens to find the labels of any model that understood the question. */
    private static final int LIKELIEST = 512;

    /** Beyond any logit. */
    private static final double BIAS = 1e4;

    private static final Duration COUNT_TIME = Duration.ofSeconds(10);

    private final JsonClient client;
    private final LlamaServerCard server;
    private final LlamaServerTokens tokens;

    private LlamaServerModel(JsonClient client, LlamaServerCard server, LlamaServerTokens tokens) {
        this.client = client;
        this.server = server;
        this.tokens = tokens;
    }

    /** Asks the server what it runs; throws where that is not what the settings ask for. */
    public static LlamaServerModel open(ServerSettings settings) {
        JsonClient client = new JsonClient(settings.endpoint());
        Deadline deadline = Deadline.in(settings.openTime());
        try {
            return new LlamaServerModel(
                    client,
                    LlamaServerCard.of(client, settings, deadline),
                    LlamaServerTokens.of(client, deadline));
        } catch (LanguageModelException failure) {
            client.close();
            throw failure;
        }
    }

    @Override
    public ModelCard card() {
        return server.card();
    }

    @Override
    public int tokens(Prompt prompt) {
        return tokens.of(prompt, Deadline.in(COUNT_TIME)).size();
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        Deadline deadline = Deadline.in(timeMax);
        Map<String, List<Integer>> spelt = new LinkedHashMap<>();
        labels.forEach(label -> spelt.put(label, tokens.of(label, deadline)));
        List<Integer> read = tokens.of(prompt, deadline);
        int longest = spelt.values().stream().mapToInt(List::size).max().orElse(0);
        ModelChoice.checkFits(read.size(), longest, card().contextTokens());
        return new LabelTokens(spelt)
                .scores(
                        (beginning, wanted) -> {
                            List<Integer> all = new ArrayList<>(read);
                            all.addAll(beginning);
                            return following(all, wanted, deadline);
                        });
    }

    private Map<Integer, Double> following(
            List<Integer> read, Set<Integer> wanted, Deadline deadline) {
        int written = wanted.iterator().next();
        Map<Integer, Double> likeliest =
                likeliest(request(read, written).put("n_probs", LIKELIEST), read, deadline);
        if (!likeliest.keySet().containsAll(wanted)) {
            ObjectNode all = request(read, written).put("n_probs", server.vocabulary());
            likeliest = likeliest(all, read, deadline);
        }
        Map<Integer, Double> found = new HashMap<>();
        for (int token : wanted) {
            Double score = likeliest.get(token);
            if (score == null) {
                throw new LanguageModelException(
                        LanguageModelException.Failure.GARBAGE,
                        "the server tells no score of token %d".formatted(token));
            }
            found.put(token, score);
        }
        return found;
    }

    /**
     * Asks for the scores of one next token. A token that is half a character would come without
     * its scores, so one that is none is written; the scores are those before any such bias.
     */
    private ObjectNode request(List<Integer> read, int written) {
        ObjectNode request = request(read).put("n_predict", 1).put("temperature", 0);
        request.putArray("logit_bias").addArray().add(written).add(BIAS);
        return request;
    }

    private Map<Integer, Double> likeliest(
            ObjectNode request, List<Integer> read, Deadline deadline) {
        Reply first = answer(request, read, deadline).at("completion_probabilities").only();
        Map<Integer, Double> scores = new HashMap<>();
        for (Reply token : first.at("top_logprobs").elements()) {
            scores.put(token.at("id").whole(), token.at("logprob").logProbability());
        }
        return scores;
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        Deadline deadline = Deadline.in(decoding.timeMax());
        List<Integer> read = tokens.of(prompt, deadline);
        ModelChoice.checkFits(read.size(), decoding.tokensMax(), card().contextTokens());
        ObjectNode request =
                request(read)
                        .put("n_predict", decoding.tokensMax())
                        .put("temperature", decoding.temperature())
                        .put("seed", decoding.seed());
        decoding.grammar().ifPresent(grammar -> request.put("grammar", grammar));
        Reply answer = answer(request, read, deadline);
        return new Completion(
                answer.at("content").text(),
                stop(answer.at("stop_type")),
                read.size(),
                answer.at("timings").maybe("cache_n").map(Reply::whole).orElse(0),
                answer.at("tokens_predicted").whole());
    }

    private static Stop stop(Reply type) {
        return switch (type.text()) {
            case "eos", "word" -> Stop.END;
            case "limit" -> Stop.LENGTH;
            default -> throw type.garbage("is `%s`, no way to stop".formatted(type.text()));
        };
    }

    /** What every request says: the adapters as they were found, and no sampling but the asked. */
    private ObjectNode request(List<Integer> read) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        ArrayNode prompt = request.putArray("prompt");
        read.forEach(prompt::add);
        request.put("cache_prompt", true).put("stream", false);
        request.putArray("samplers").add("temperature");
        ArrayNode adapters = request.putArray("lora");
        for (int id = 0; id < server.adapters().size(); id++) {
            adapters.addObject().put("id", id).put("scale", server.adapters().get(id).scale());
        }
        return request;
    }

    private Reply answer(ObjectNode request, List<Integer> read, Deadline deadline) {
        Reply answer = client.post("/completion", request, deadline);
        ModelChoice.check(card().name(), answer.at("model"));
        Reply evaluated = answer.at("tokens_evaluated");
        if (answer.at("truncated").truth() || evaluated.whole() != read.size()) {
            throw evaluated.garbage(
                    "is %d of %d tokens: the server cut the prompt"
                            .formatted(evaluated.whole(), read.size()));
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
