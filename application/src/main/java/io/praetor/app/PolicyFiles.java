package io.praetor.app;

import io.praetor.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy files of an installation: one file, or a folder of them in which {@code
 * team-default.yaml} is the standard policy.
 */
public record PolicyFiles(Path place) {
    private static final String STANDARD = "team-default.yaml";

    /** The files, the standard policy first. Throws {@link BadInput} where there is none. */
    public List<Path> list() {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        Path standard = place.resolve(STANDARD);
        if (!Files.exists(standard)) {
            throw new BadInput(
                    "%s: a folder of policies needs a %s, which decides for every other team"
                            .formatted(place, STANDARD));
        }
        List<Path> files = new ArrayList<>(others());
        files.addFirst(standard);
        return files;
    }

    /** The texts, in the order of {@link #list()}. */
    public List<PolicySource> read() {
        return list().stream().map(PolicyFiles::source).toList();
    }

    private List<Path> others() {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(STANDARD))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicySource source(Path file) {
        try {
            return new PolicySource(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
