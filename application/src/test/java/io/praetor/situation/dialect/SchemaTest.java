package io.praetor.situation.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.praetor.situation.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The published schemas say of the golden files what the door says, as far as schemas can. */
class SchemaTest {
    private static final String BASE = "https://praetor.io/schemas/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(iri -> text(iri.substring(BASE.length()))));

    static List<JsonNode> triples() {
        return GoldenFiles.cases("triples.json");
    }

    static List<JsonNode> spellings() {
        return GoldenFiles.cases("spellings.json");
    }

    /** Refusals of objects; a schema knows nothing of Unicode, paths, or one thing said twice. */
    static List<JsonNode> refusals() {
        return GoldenFiles.cases("refusals.json").stream()
                .filter(golden -> golden.get("request").isObject())
                .filter(golden -> !golden.has("beyond_schema"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("triples")
    void goldenConversionsAreValid(JsonNode triple) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(errors(dialect, triple.get(dialect.label()))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void otherSpellingsAreValid(JsonNode pair) {
        JsonNode other = pair.get("other");
        assertThat(errors(dialectOf(other), other)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusedRequestsAreInvalid(JsonNode golden) {
        JsonNode request = golden.get("request");
        assertThat(errors(dialectOf(request), request)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyPropertyIsDocumented(Dialect dialect) {
        List<String> silent = new ArrayList<>();
        silent(GoldenFiles.JSON.readTree(text(file(dialect))), "", silent);
        silent(GoldenFiles.JSON.readTree(text("situation-parts.schema.json")), "parts", silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void theFlatSchemaKnowsTheKeysTheDoorKnows() {
        JsonNode schema = GoldenFiles.JSON.readTree(text(file(Dialect.FLAT)));
        Set<String> documented = new TreeSet<>(schema.get("properties").propertyNames());
        Set<String> known = new TreeSet<>(FlatDialect.KEYS);
        known.removeAll(Set.of("actorId", "subject"));
        documented.remove("parameters");

        assertThat(documented).isEqualTo(known);
    }

    private static void silent(JsonNode schema, String path, List<String> silent) {
        schema.path("properties")
                .forEachEntry(
                        (name, property) -> {
                            String at = path + "/" + name;
                            if (!property.has("description")) {
                                silent.add(at);
                            }
                            silent(property, at, silent);
                        });
        schema.path("$defs").forEachEntry((name, part) -> silent(part, path + "/" + name, silent));
    }

    private static Dialect dialectOf(JsonNode request) {
        if (request.has("subject")) {
            return Dialect.AUTHZEN;
        }
        return request.has("action") ? Dialect.R6 : Dialect.FLAT;
    }

    private static List<?> errors(Dialect dialect, JsonNode request) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(BASE + file(dialect)));
        return schema.validate(request.toString(), InputFormat.JSON);
    }

    private static String file(Dialect dialect) {
        return "situation-" + dialect.label() + ".schema.json";
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("../schemas").resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
