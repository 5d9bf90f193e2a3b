package io.praetor.reasoning.prompt;

import io.praetor.policy.Effect;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the examples that ship beside the prompts. */
final class ExampleReader {
    private static final Shape FILE = Shape.of("an example file").requires("examples");

    private static final Shape EXAMPLE =
            Shape.of("an example")
                    .requires(
                            "id",
                            "situation",
                            "reasoning",
                            "decision",
                            "rationale",
                            "policy_references",
                            "validated",
                            "validator")
                    .allows();

    private static final Shape SITUATION =
            Shape.of("an example's situation")
                    .requires("action", "actor")
                    .allows("context", "t3_tensor", "coherence_metrics");

    private final Problems problems;

    private ExampleReader(Problems problems) {
        this.problems = problems;
    }

    static List<Example> read(PolicySource source, Problems problems) {
        return YamlDocument.read(source, problems)
                .flatMap(node -> Fields.of(node, FILE, problems))
                .map(fields -> new ExampleReader(problems).examples(fields))
                .orElse(List.of());
    }

    private List<Example> examples(Fields file) {
        List<Example> examples = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node item : file.items("examples")) {
            Fields.of(item, EXAMPLE, problems)
                    .map(this::example)
                    .ifPresent(
                            example -> {
                                examples.add(example);
                                if (!ids.add(example.id())) {
                                    problems.error(
                                            item.position(),
                                            "id "
                                                    + Problems.quoted(example.id())
                                                    + " stands twice");
                                }
                            });
        }
        return examples;
    }

    private Example example(Fields fields) {
        boolean isValidated =
                fields.node("validated")
                        .filter(node -> node instanceof Scalar it && it.text().equals("true"))
                        .isPresent();
        if (!isValidated) {
            problems.error(
                    fields.positionOf("validated"),
                    "only a validated example may be shown to a model; have somebody check it");
        }
        fields.fields("situation", SITUATION);
        return new Example(
                fields.text("id").orElse(""),
                fields.node("situation").map(this::object).orElse(Map.of()),
                fields.text("reasoning").orElse(""),
                fields.choice("decision", Fields.words(List.of(Effect.values()), Effect::label))
                        .orElse(Effect.DENY),
                fields.text("rationale").orElse(""),
                fields.texts("policy_references").stream().map(Scalar::text).toList(),
                fields.text("validator").orElse(""));
    }

    private Map<String, @Nullable Object> object(Node node) {
        return value(node) instanceof Map<?, ?> map ? named(map) : Map.of();
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private @Nullable Object value(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> map.put(entry.name(), value(entry.value())));
                yield map;
            }
            case Node.Sequence sequence -> sequence.items().stream().map(this::value).toList();
            case Scalar scalar -> scalar(scalar);
        };
    }

    private @Nullable Object scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> scalar.text();
            case TRUTH -> scalar.text().equals("true");
            case NOTHING -> null;
            case NUMBER -> Fields.number(scalar, Range.ANY, problems).orElse(0);
        };
    }
}
