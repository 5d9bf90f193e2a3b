package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.praetor.policy.PolicySource;
import io.praetor.policy.Samples;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the reader say the same about the format. */
class PolicySchemaTest {
    private static final Path ROOT = Path.of("..");
    private static final String TEXT = text(ROOT.resolve("schemas/policy.schema.json"));
    private static final JsonNode TREE = JsonMapper.shared().readTree(TEXT);
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

    @Test
    void theSchemaHasTheKeysOfTheReader() {
        check(TREE, PolicyShapes.POLICY);
        JsonNode definitions = TREE.get("$defs");
        Map<String, Shape> shapes = PolicyShapes.byName();
        shapes.forEach((name, shape) -> check(definitions.get(name), shape));
        Set<String> mappings = new TreeSet<>();
        definitions
                .properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().has("properties")) {
                                mappings.add(entry.getKey());
                            }
                        });
        assertThat(mappings).containsExactlyInAnyOrderElementsOf(shapes.keySet());
    }

    private static void check(JsonNode definition, Shape shape) {
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(key -> required.add(key.stringValue()));
        assertThat(required).as(shape.name()).isEqualTo(shape.required());
        List<String> keys = new ArrayList<>(definition.get("properties").propertyNames());
        assertThat(keys).as(shape.name()).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(definition.get("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void theWordsOfTheSchemaAreTheReaders() {
        assertWords("effect", Words.EFFECTS);
        assertWords("tier", Words.TIERS);
    }

    private static void assertWords(String definition, Map<String, ?> words) {
        List<String> given = new ArrayList<>();
        TREE.get("$defs").get(definition).get("enum").forEach(w -> given.add(w.stringValue()));
        assertThat(given).containsExactlyElementsOf(words.keySet());
    }

    @Test
    void everyShippedPolicyIsAcceptedAndValid() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("policies"))) {
            List<Path> policies =
                    files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertThat(policies).isNotEmpty();
            for (Path file : policies) {
                assertThat(Readings.accepted(text(file)).warnings()).as(file.toString()).isEmpty();
                assertThat(errors(text(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void theSampleIsValid() {
        assertThat(errors(Samples.sample())).isEmpty();
    }

    @Test
    void theSchemaSeesWhatItCanSee() {
        checkInvalid("reason: First", "reasn: First");
        checkInvalid("version: 1.0.0", "version: [1]");
        checkInvalid("from: \"07:00\"", "from: \"7:00\"");
        checkInvalid("share: 0.1", "share: 1.1");
        checkInvalid("tier: low, potency", "tier: lwo, potency");
        checkInvalid("  deploys_last_hour: {per", "  Deploys: {per");
        checkInvalid("window: 1h", "window: 1 hour");
        checkInvalid("combine: law", "combine: lawful");
        checkInvalid("roles: [admin, deployer]\n", "roles: []\n");
        checkInvalid("atp: 5", "priority: 5");
        checkInvalid("approval: {by: admin, count: 2", "approval: {by: admin, count: 0");
        checkInvalid("effect: require_mfa", "effect: require_mfa\n        waive: {}");
        checkInvalid("trust: {below: 0.8}", "trust: {above: 0.8}");
        checkInvalid("attest: human", "attest: humans");
        checkInvalid("priority: 20", "priority: 1.5");
    }

    private static void checkInvalid(String old, String replacement) {
        assertThat(errors(Samples.edited(old, replacement))).as(replacement).isNotEmpty();
    }

    private static List<String> errors(String yaml) {
        Problems problems = new Problems();
        Node root = YamlDocument.read(new PolicySource("p", yaml), problems).orElseThrow();
        return SCHEMA.validate(json(root)).stream().map(Object::toString).toList();
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (node) {
            case Node.Mapping mapping -> {
                ObjectNode object = make.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
                yield object;
            }
            case Node.Sequence sequence ->
                    make.arrayNode()
                            .addAll(sequence.items().stream().map(PolicySchemaTest::json).toList());
            case Node.Scalar scalar ->
                    switch (scalar.kind()) {
                        case TEXT -> make.stringNode(scalar.text());
                        case NUMBER -> JsonMapper.shared().readTree(scalar.text());
                        case TRUTH -> make.booleanNode(Boolean.parseBoolean(scalar.text()));
                        case NOTHING -> make.nullNode();
                    };
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
