package io.praetor.suite;

import io.praetor.policy.PolicySource;
import io.praetor.policy.Spelling;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.JsonDocument;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a scenario file: YAML, or JSON where its name ends so.
 *
 * <p>The format is {@code scenario.schema.json}. A key it does not know is an error in YAML, where
 * a person misspelt it, and a warning in JSON, where another program had more to say.
 */
public final class SuiteReader {
    /** Enough for any suite a person could have labelled. */
    private static final int SCENARIOS_MAX = 10_000;

    private static final Shape FILE =
            Shape.of("a scenario file").requires("scenarios").allows("suite", "policy");

    private final boolean isJson;
    private final Problems problems = new Problems();

    private SuiteReader(boolean isJson) {
        this.isJson = isJson;
    }

    public static SuiteReading read(PolicySource source) {
        return new SuiteReader(source.file().endsWith(".json")).suite(source);
    }

    private SuiteReading suite(PolicySource source) {
        Optional<Node> root =
                isJson ? JsonDocument.read(source, problems) : YamlDocument.read(source, problems);
        Optional<Suite> suite =
                root.flatMap(node -> Fields.of(tolerated(node, FILE), FILE, problems))
                        .map(fields -> suite(fields, source.file()));
        return suite.isPresent() && !problems.hasErrors()
                ? new SuiteReading.Read(suite.get(), problems.inFileOrder())
                : new SuiteReading.Rejected(problems.inFileOrder());
    }

    private Suite suite(Fields fields, String file) {
        List<Node> items = fields.items("scenarios");
        if (items.isEmpty() || items.size() > SCENARIOS_MAX) {
            problems.error(
                    fields.positionOf("scenarios"),
                    "a scenario file holds 1 to " + SCENARIOS_MAX + " scenarios");
            items = List.of();
        }
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node item : items) {
            Fields.of(tolerated(item, ScenarioBinder.SHAPE), ScenarioBinder.SHAPE, problems)
                    .map(scenario -> new ScenarioBinder(scenario, problems).bind())
                    .ifPresent(
                            scenario -> {
                                scenarios.add(scenario);
                                if (!ids.add(scenario.id())) {
                                    problems.error(
                                            item.position(),
                                            "id "
                                                    + Problems.quoted(scenario.id())
                                                    + " stands twice");
                                }
                            });
        }
        String name = fields.text("suite").orElseGet(() -> nameOf(file));
        return new Suite(name, fields.text("policy"), scenarios);
    }

    /** In JSON, the mapping without the keys that {@code shape} does not know, warned of. */
    private Node tolerated(Node node, Shape shape) {
        if (!isJson || !(node instanceof Node.Mapping(var entries, var position))) {
            return node;
        }
        List<Node.Entry> known = new ArrayList<>();
        for (Node.Entry entry : entries) {
            if (shape.keys().contains(entry.name())) {
                known.add(entry);
            } else {
                problems.warning(
                        entry.key().position(),
                        "key " + Problems.quoted(entry.name()) + " is not read",
                        Spelling.closest(entry.name(), shape.keys()));
            }
        }
        return new Node.Mapping(known, position);
    }

    private static String nameOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int ending = name.lastIndexOf('.');
        return ending > 0 ? name.substring(0, ending) : name;
    }
}
