package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.praetor.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites that ship: valid by the schema, readable, and told apart by their ids. */
class ShippedSuitesTest {
    private static final Path ROOT = Path.of("..");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text(ROOT.resolve("schemas/scenario.schema.json")));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isValidBySchemaAndReader(Path file) {
        assertThat(SCHEMA.validate(text(file), InputFormat.YAML)).isEmpty();
        assertThat(SuiteReader.read(source(file))).isInstanceOf(SuiteReading.Read.class);
    }

    @Test
    void idsAreUniqueOverAllFiles() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path file : files()) {
            SuiteReading.Read read = (SuiteReading.Read) SuiteReader.read(source(file));
            for (Scenario scenario : read.suite().scenarios()) {
                assertThat(ids.add(scenario.id())).as(scenario.id()).isTrue();
            }
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void theGuidesExampleIsAScenarioFile() {
        String guide = text(ROOT.resolve("docs/suites.md"));
        String example =
                guide.substring(guide.indexOf("## The file"))
                        .lines()
                        .skip(2)
                        .takeWhile(line -> line.startsWith("    "))
                        .collect(Collectors.joining("\n"))
                        .stripIndent();

        assertThat(SCHEMA.validate(example, InputFormat.YAML)).isEmpty();
        assertThat(SuiteReader.read(new PolicySource("guide.yaml", example)))
                .isInstanceOf(SuiteReading.Read.class);
    }

    private static PolicySource source(Path file) {
        return new PolicySource(file.getFileName().toString(), text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
