package io.praetor.reasoning;

import io.praetor.reasoning.Answer.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the JSON objects in an answer: the whole text, a fenced block, or one within prose. */
final class JsonFields {
    /** Objects in one answer; more is a model that does not stop. */
    private static final int OBJECTS_MAX = 16;

    private static final Pattern DECISION_KEY =
            Pattern.compile("\"\\s*(final[ _-]?)?decision\\s*\"\\s*:", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonFields() {}

    sealed interface Search {}

    /**
     * @param rest the text without the objects
     */
    record Found(List<Fields> fields, String rest) implements Search {}

    /** Something that carries a decision key is no JSON. */
    record Broken(String cause) implements Search {}

    record None() implements Search {}

    static Search in(String text) {
        if (!DECISION_KEY.matcher(text).find()) {
            return new None();
        }
        List<Fields> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int behind = 0;
        int from = text.indexOf('{');
        while (from >= 0) {
            int end = endOfObject(text, from);
            if (end < 0 || found.size() == OBJECTS_MAX) {
                return new Broken("the JSON object does not end");
            }
            String object = text.substring(from, end);
            if (DECISION_KEY.matcher(object).find()) {
                Optional<Fields> fields = read(object);
                if (fields.isEmpty()) {
                    return new Broken("the JSON object cannot be read");
                }
                found.add(fields.get());
                rest.append(text, behind, from).append('\n');
                behind = end;
            }
            from = text.indexOf('{', end);
        }
        rest.append(text, behind, text.length());
        return found.isEmpty() || DECISION_KEY.matcher(rest).find()
                ? new Broken("a decision key outside an object")
                : new Found(found, rest.toString());
    }

    /** The index behind the object that starts at {@code from}; -1 where it does not end. */
    private static int endOfObject(String text, int from) {
        int depth = 0;
        boolean isQuoted = false;
        for (int i = from; i < text.length(); i++) {
            char at = text.charAt(i);
            if (isQuoted) {
                if (at == '\\') {
                    i++;
                } else if (at == '"') {
                    isQuoted = false;
                }
                continue;
            }
            switch (at) {
                case '"' -> isQuoted = true;
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static Optional<Fields> read(String object) {
        try {
            Fields fields = new Fields();
            STRICT.readTree(object)
                    .properties()
                    .forEach(entry -> add(fields, entry.getKey(), entry.getValue()));
            return Optional.of(fields);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static void add(Fields fields, String name, JsonNode value) {
        if (value.isContainer()) {
            addAsides(fields, value);
        }
        if (Fields.nameOf(name).equals("policy_references") && value.isArray()) {
            value.forEach(reference -> fields.add(reference(reference)));
        } else if (value.isString()) {
            fields.add(name, value.stringValue());
        } else if (Fields.nameOf(name).equals("decision")) {
            fields.add(name, "");
        } else {
            fields.add(name, value.toString());
        }
    }

    private static void addAsides(Fields fields, JsonNode container) {
        container
                .properties()
                .forEach(
                        entry -> {
                            if (Fields.nameOf(entry.getKey()).equals("decision")) {
                                fields.addAside(entry.getValue().asString(""));
                            }
                        });
        for (JsonNode part : container) {
            if (part.isContainer()) {
                addAsides(fields, part);
            }
        }
    }

    private static Reference reference(JsonNode node) {
        if (!node.isObject()) {
            return new Reference(node.asString(""), Optional.empty());
        }
        JsonNode id = node.has("id") ? node.path("id") : node.path("clause");
        JsonNode quote = node.path("quote");
        return new Reference(
                id.asString(""),
                quote.isString() ? Optional.of(quote.stringValue()) : Optional.empty());
    }
}
