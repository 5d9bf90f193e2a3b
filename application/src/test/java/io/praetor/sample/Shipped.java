package io.praetor.sample;

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

    private Shipped() {}

    static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario files that the sample policy answers for, in stable order. */
    static List<String> scenarioFiles() {
        try (Stream<Path> files = Files.list(root().resolve("scenarios"))) {
            return files.map(file -> "scenarios/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(POLICY))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no " + POLICY + " above the working directory");
            }
            folder = parent;
        }
        return folder;
    }
}
