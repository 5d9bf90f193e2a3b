package io.praetor.adapters.recorded;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says again what a model said, by prompt hash: for audits and tests. Immutable.
 *
 * <p>What was not recorded is unavailable; nothing is ever made up. Its runtime says that it is a
 * recording. Where one call was recorded twice, the last answer counts.
 */
public final class RecordedModel implements LanguageModel {
    private final ModelCard card;
    private final Map<Key, JsonNode> answers;

    private RecordedModel(ModelCard card, Map<Key, JsonNode> answers) {
        this.card = card;
        this.answers = Map.copyOf(answers);
    }

    private record Key(String prompt, String call) {}

    /** Reads a recording; throws where a line is broken, or two models were recorded in it. */
    public static RecordedModel from(Path file) {
        List<String> lines = lines(file);
        Map<Key, JsonNode> answers = new HashMap<>();
        Map<String, ModelCard> cards = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            try {
                JsonNode line = JsonMapper.shared().readTree(lines.get(number - 1));
                if (line.has("card")) {
                    ModelCard card = RecordedLines.readCard(line.get("card"));
                    cards.put(card.toString(), card);
                } else {
                    answers.put(
                            new Key(
                                    RecordedLines.required(line, "prompt").stringValue(),
                                    RecordedLines.required(line, "call").stringValue()),
                            line);
                }
            } catch (JacksonException | IllegalArgumentException broken) {
                throw new LanguageModelException(
                        Failure.GARBAGE,
                        "%s:%d: is no line of a recording".formatted(file, number),
                        broken);
            }
        }
        if (cards.size() != 1) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: holds the answers of %d models; a recording has one"
                            .formatted(file, cards.size()));
        }
        return new RecordedModel(replayed(cards.values().iterator().next()), answers);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ModelCard replayed(ModelCard card) {
        return new ModelCard(
                card.name(),
                card.sha256(),
                card.quantisation(),
                card.contextTokens(),
                card.adapters(),
                "recording of " + card.runtime());
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public int tokens(Prompt prompt) {
        return read(
                prompt,
                RecordedCalls.tokens(),
                line -> RecordedLines.required(line, "tokens").intValue());
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        return read(prompt, RecordedCalls.score(labels), RecordedLines::readScores);
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        return read(prompt, RecordedCalls.complete(decoding), RecordedLines::readCompletion);
    }

    private <T> T read(Prompt prompt, String call, Function<JsonNode, T> reading) {
        String hash = RecordedCalls.hash(prompt);
        JsonNode line = answers.get(new Key(hash, call));
        if (line == null) {
            throw new LanguageModelException(
                    Failure.UNAVAILABLE,
                    "nothing was recorded for prompt %s, `%s`".formatted(hash, call));
        }
        try {
            return reading.apply(line);
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new LanguageModelException(
                    Failure.GARBAGE,
                    "what was recorded for prompt %s cannot be read".formatted(hash),
                    broken);
        }
    }
}
