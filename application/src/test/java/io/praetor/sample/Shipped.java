package io.praetor.sample;

import io.praetor.policy.PolicySource;
import io.praetor.suite.Scenario;
import io.praetor.suite.SuiteReader;
import io.praetor.suite.SuiteReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the repository as they ship. */
final class Shipped {
    static final String POLICY = "policies/team-default.yaml";
    static final String GUIDE = "docs/sample-policy.md";
    static final String DEMO = "scenarios/demo.yaml";

    /** The module's folder is where tests run. */
    private static final Path ROOT = Path.of("..");

    private Shipped() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every scenario that ships, in stable order. */
    static List<Scenario> scenarios() {
        return scenarios("scenarios/");
    }

    /** Pairs of scenarios that differ in what is told alone. */
    static List<Scenario> contrasts() {
        return scenarios("scenarios/contrast/");
    }

    private static List<Scenario> scenarios(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> folder + file.getFileName())
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> scenarios(file, text(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every example file that ships, in stable order. */
    static List<PolicySource> examples() {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.map(file -> "examples/" + file.getFileName())
                    .sorted()
                    .map(file -> new PolicySource(file, text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Scenario> scenarios(String file, String text) {
        return switch (SuiteReader.read(new PolicySource(file, text))) {
            case SuiteReading.Read read -> read.suite().scenarios();
            case SuiteReading.Rejected rejected ->
                    throw new AssertionError(rejected.problems().toString());
        };
    }
}
