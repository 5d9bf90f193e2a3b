package io.praetor.adapters.recorded;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.ModelCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a recording: the model's card, then one line an answer. */
final class RecordedLines {
    private RecordedLines() {}

    static ObjectNode card(ModelCard card) {
        ObjectNode line = object();
        ObjectNode node = line.putObject("card");
        node.put("name", card.name())
                .put("sha256", card.sha256())
                .put("quantisation", card.quantisation())
                .put("context_tokens", card.contextTokens())
                .put("runtime", card.runtime());
        ArrayNode adapters = node.putArray("adapters");
        card.adapters()
                .forEach(
                        adapter ->
                                adapters.addObject()
                                        .put("name", adapter.name())
                                        .put("sha256", adapter.sha256())
                                        .put("scale", adapter.scale()));
        return line;
    }

    static ObjectNode tokens(String prompt, int tokens) {
        return answer(prompt, RecordedCalls.tokens()).put("tokens", tokens);
    }

    static ObjectNode scores(String prompt, String call, LabelScores scores) {
        ObjectNode line = answer(prompt, call);
        ObjectNode node = line.putObject("scores");
        scores.logProbabilities().forEach((label, score) -> node.put(label, score.toString()));
        return line;
    }

    static ObjectNode completion(String prompt, String call, Completion answer) {
        return answer(prompt, call)
                .put("text", answer.text())
                .put("stop", answer.stop().name())
                .put("prompt_tokens", answer.promptTokens())
                .put("reused_tokens", answer.reusedTokens())
                .put("answer_tokens", answer.answerTokens());
    }

    private static ObjectNode answer(String prompt, String call) {
        return object().put("prompt", prompt).put("call", call);
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static ModelCard readCard(JsonNode node) {
        List<ModelCard.Adapter> adapters = new ArrayList<>();
        for (JsonNode adapter : required(node, "adapters")) {
            adapters.add(
                    new ModelCard.Adapter(
                            required(adapter, "name").stringValue(),
                            required(adapter, "sha256").stringValue(),
                            required(adapter, "scale").doubleValue()));
        }
        return new ModelCard(
                required(node, "name").stringValue(),
                required(node, "sha256").stringValue(),
                required(node, "quantisation").stringValue(),
                required(node, "context_tokens").intValue(),
                adapters,
                required(node, "runtime").stringValue());
    }

    static LabelScores readScores(JsonNode line) {
        Map<String, Double> scores = new LinkedHashMap<>();
        required(line, "scores")
                .properties()
                .forEach(
                        entry ->
                                scores.put(
                                        entry.getKey(),
                                        Double.valueOf(entry.getValue().stringValue())));
        return new LabelScores(scores);
    }

    static Completion readCompletion(JsonNode line) {
        return new Completion(
                required(line, "text").stringValue(),
                Stop.valueOf(required(line, "stop").stringValue()),
                required(line, "prompt_tokens").intValue(),
                required(line, "reused_tokens").intValue(),
                required(line, "answer_tokens").intValue());
    }

    static JsonNode required(JsonNode node, String name) {
        JsonNode part = node.get(name);
        if (part == null || part.isNull()) {
            throw new IllegalArgumentException("no `%s`".formatted(name));
        }
        return part;
    }
}
