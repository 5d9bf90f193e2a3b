package io.praetor.app;

import io.praetor.adapters.files.FileReading;
import io.praetor.app.config.Config;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.retrieval.Precedent;
import io.praetor.retrieval.library.LibraryReader;
import io.praetor.retrieval.library.LibraryReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the confirmed examples of a policy: the files whose names begin with its id, such as {@code
 * team-default-a.yaml}, in the given folders.
 *
 * @param folders those that are there are read, in this order
 */
public record Examples(List<Path> folders) {
    private static final Path FOLDER = Path.of("examples");

    public Examples {
        folders = List.copyOf(folders);
    }

    /** The shipped ones in the installation, and a team's own in its data folder. */
    public static Examples under(Config config, Path installation) {
        return new Examples(List.of(installation.resolve(FOLDER), config.data().resolve(FOLDER)));
    }

    /** Throws {@link BadInput} that shows every place where a file is wrong. */
    public List<Precedent> of(PolicySet policy) {
        List<PolicySource> sources = new ArrayList<>();
        List<PolicyProblem> problems = new ArrayList<>();
        for (Path file : files(policy.header().id())) {
            switch (FileReading.of(file, file.toString())) {
                case FileReading.Text text -> sources.add(text.source());
                case FileReading.NoText broken -> problems.add(broken.problem());
            }
        }
        LibraryReading reading = new LibraryReader(policy).read(sources);
        return switch (reading) {
            case LibraryReading.Read read when problems.isEmpty() -> read.precedents();
            case LibraryReading.Read _ -> throw refused(problems);
            case LibraryReading.Rejected rejected -> {
                problems.addAll(rejected.problems());
                throw refused(problems);
            }
        };
    }

    private List<Path> files(String policyId) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> listed = Files.list(folder)) {
                    listed.filter(file -> isOf(file, policyId)).sorted().forEach(files::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return files;
    }

    private static boolean isOf(Path file, String policyId) {
        String name = file.getFileName().toString();
        return name.startsWith(policyId) && name.endsWith(".yaml");
    }

    private static BadInput refused(List<PolicyProblem> problems) {
        return new BadInput(
                problems.stream()
                        .map(PolicyProblem::toString)
                        .collect(Collectors.joining("\n", "examples refused\n", "")));
    }
}
