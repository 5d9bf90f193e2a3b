package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.suite.Scenario;
import io.praetor.suite.Suite;
import io.praetor.suite.SuiteReader;
import io.praetor.suite.SuiteReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the scenario files a command line names; a folder stands for the ones in it. */
final class SuiteFiles {
    private final Shell shell;

    SuiteFiles(Shell shell) {
        this.shell = shell;
    }

    /**
     * The suites in the order named, those of a folder by name. Throws {@link BadInput} where a
     * file is refused or two scenarios have one id.
     */
    List<Suite> read(List<Path> places) {
        List<Suite> suites = new ArrayList<>();
        Map<String, Path> ids = new HashMap<>();
        for (Path file : places.stream().flatMap(place -> files(place).stream()).toList()) {
            Suite suite = suite(file);
            for (Scenario scenario : suite.scenarios()) {
                Path other = ids.put(scenario.id(), file);
                if (other != null) {
                    throw new BadInput(
                            "%s: scenario `%s` also stands in %s"
                                    .formatted(file, scenario.id(), other));
                }
            }
            suites.add(suite);
        }
        return suites;
    }

    private Suite suite(Path file) {
        return switch (SuiteReader.read(source(file))) {
            case SuiteReading.Read read -> {
                read.warnings().forEach(shell.err()::println);
                yield read.suite();
            }
            case SuiteReading.Rejected rejected ->
                    throw new BadInput(
                            rejected.problems().stream()
                                    .map(PolicyProblem::toString)
                                    .collect(Collectors.joining("\n")));
        };
    }

    private PolicySource source(Path file) {
        try {
            return new PolicySource(
                    file.toString(), Files.readString(shell.folder().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(Path place) {
        if (!Files.isDirectory(shell.folder().resolve(place))) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(shell.folder().resolve(place))) {
            List<Path> found =
                    files.map(Path::getFileName)
                            .filter(SuiteFiles::isScenarioFile)
                            .sorted()
                            .map(name -> place.resolve(name).normalize())
                            .toList();
            if (found.isEmpty()) {
                throw new BadInput(place + ": holds no .yaml and no .json file");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScenarioFile(Path name) {
        String text = name.toString();
        return text.endsWith(".yaml") || text.endsWith(".yml") || text.endsWith(".json");
    }
}
