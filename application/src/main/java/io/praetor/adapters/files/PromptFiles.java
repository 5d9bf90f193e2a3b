package io.praetor.adapters.files;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.reasoning.prompt.PromptReader;
import io.praetor.reasoning.prompt.PromptReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a folder of prompt variants. */
public final class PromptFiles {
    /** More files than a person keeps apart; a folder that holds more is another one. */
    private static final int FILES_MAX = 256;

    /** Of one file, in bytes. */
    private static final long BYTES_MAX = 256 * 1024;

    private PromptFiles() {}

    /** What the folder holds; a folder that is not there is an UncheckedIOException. */
    public static PromptReading read(Path folder) {
        Map<String, PolicySource> texts = new TreeMap<>();
        List<PolicyProblem> problems = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            String name = folder + "/" + path;
            if (size(file) > BYTES_MAX) {
                problems.add(problem(name, "larger than %d bytes".formatted(BYTES_MAX)));
                continue;
            }
            switch (FileReading.of(file, name)) {
                case FileReading.Text text -> texts.put(path, text.source());
                case FileReading.NoText broken -> problems.add(broken.problem());
            }
        }
        return problems.isEmpty()
                ? PromptReader.read(folder.toString(), texts)
                : new PromptReading.Rejected(problems);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(txt|yaml)"))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyProblem problem(String file, String message) {
        return new PolicyProblem(
                Severity.ERROR, new SourcePosition(file, 1, 1), message, Optional.empty());
    }
}
