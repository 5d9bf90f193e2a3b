package io.praetor.reasoning.prompt;

import io.praetor.policy.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of an answer: what the prompts ask for, as a grammar that holds a model to it. */
public final class OutputContract {
    /** The fields of an answer, in their order; reasoning comes before the decision it leads to. */
    public static final List<String> FIELDS =
            List.of(
                    "classification",
                    "context_summary",
                    "applicable_rules",
                    "reasoning",
                    "decision",
                    "rationale",
                    "policy_references");

    /** The labels of a decision, from the weakest. */
    public static final List<String> LABELS =
            Arrays.stream(Effect.values()).map(Effect::label).toList();

    /** Characters of one text of an answer; more is a model that does not stop. */
    static final int TEXT_CHARS_MAX = 400;

    /** Entries of one list of an answer. */
    static final int ITEMS_MAX = 8;

    /** Characters of the free reasoning before an answer. */
    static final int THOUGHT_CHARS_MAX = 1_200;

    private OutputContract() {}

    /** In llama.cpp's GBNF: an answer and nothing else. */
    public static String grammar() {
        return "root ::= object\n" + object();
    }

    /** In llama.cpp's GBNF: free reasoning without braces, then an answer. */
    public static String reasonedGrammar() {
        return """
                root ::= thought{1,%d} "\\n" object
                thought ::= [^{}\\x00-\\x08]
                """
                        .formatted(THOUGHT_CHARS_MAX)
                + object();
    }

    /** In llama.cpp's GBNF: the rest of an answer's text, its end included. */
    public static String textGrammar() {
        return """
                root ::= character{1,%d} "\\""
                character ::= [^"\\\\\\x7F\\x00-\\x1F] | "\\\\" ["\\\\/bfnrt]
                """
                .formatted(TEXT_CHARS_MAX);
    }

    /**
     * JSON schemas that hold a model to the same answers, by the grammar they stand for: for
     * servers that take no grammar. They leave no room for reasoning before the answer; its own
     * field comes before the decision.
     */
    public static Map<String, String> schemas() {
        return Map.of(grammar(), schema(), reasonedGrammar(), schema());
    }

    private static String schema() {
        String properties =
                FIELDS.stream()
                        .map(name -> "\"%s\": %s".formatted(name, schemaOf(name)))
                        .collect(Collectors.joining(", "));
        String required =
                FIELDS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return """
                {"type": "object", "additionalProperties": false,
                 "properties": {%s}, "required": [%s]}"""
                .formatted(properties, required);
    }

    private static String schemaOf(String name) {
        String text = "{\"type\": \"string\", \"maxLength\": %d}".formatted(TEXT_CHARS_MAX);
        String list = "{\"type\": \"array\", \"maxItems\": %d, \"items\": %s}";
        return switch (name) {
            case "decision" ->
                    "{\"enum\": [%s]}"
                            .formatted(
                                    LABELS.stream()
                                            .map("\"%s\""::formatted)
                                            .collect(Collectors.joining(", ")));
            case "applicable_rules" -> list.formatted(ITEMS_MAX, text);
            case "policy_references" ->
                    list.formatted(
                            ITEMS_MAX,
                            """
                            {"type": "object", "additionalProperties": false,
                             "properties": {"id": %1$s, "quote": %1$s},
                             "required": ["id", "quote"]}"""
                                    .formatted(text));
            default -> text;
        };
    }

    private static String object() {
        String fields =
                FIELDS.stream()
                        .map(name -> "\"\\\"%s\\\": \" %s".formatted(name, ruleOf(name)))
                        .collect(Collectors.joining(" \", \" "));
        String labels =
                LABELS.stream().map("\"\\\"%s\\\"\""::formatted).collect(Collectors.joining(" | "));
        return """
                object ::= "{" %s "}"
                decision ::= %s
                reference ::= "{\\"id\\": " text ", \\"quote\\": " text "}"
                references ::= "[" (reference (", " reference){0,%d})? "]"
                texts ::= "[" (text (", " text){0,%d})? "]"
                text ::= "\\"" character{0,%d} "\\""
                character ::= [^"\\\\\\x7F\\x00-\\x1F] | "\\\\" ["\\\\/bfnrt]
                """
                .formatted(fields, labels, ITEMS_MAX - 1, ITEMS_MAX - 1, TEXT_CHARS_MAX);
    }

    private static String ruleOf(String name) {
        return switch (name) {
            case "decision" -> "decision";
            case "applicable_rules" -> "texts";
            case "policy_references" -> "references";
            default -> "text";
        };
    }
}
