package io.praetor.adapters.files;

import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.library.LibraryReading;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.policy.library.PolicyReloading;
import io.praetor.policy.reading.LibraryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Notices when the files of a policy library change, and says what the reload comes to.
 *
 * <p>A look that finds other modification times or sizes reads the files; only other bytes make a
 * reload. A file that is gone or unreadable keeps the old library like any bad one. Each change is
 * said once. Not thread-safe: one thread looks.
 */
public final class PolicyWatch {
    /** Some file systems count time in steps of two seconds; a younger time proves nothing. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final List<Path> files;
    private final LibraryReader reader;
    private final InstantSource clock;
    private PolicyLibrary current;
    private List<Stamp> stamps = List.of();
    private String seen = "";
    private boolean bad;

    /**
     * @param files the standard policy first, as they are to be named in messages
     * @param current what was read from them last
     */
    public PolicyWatch(
            List<Path> files, LibraryReader reader, PolicyLibrary current, InstantSource clock) {
        this.files = List.copyOf(files);
        this.reader = reader;
        this.current = current;
        this.clock = clock;
    }

    private record Stamp(Instant modified, long size) {}

    /** What the library is now; empty where nothing happened since the last look. */
    public Optional<PolicyReloading> look() {
        List<PolicySource> sources = new ArrayList<>();
        List<PolicyProblem> problems = new ArrayList<>();
        try {
            List<Stamp> now = stamp();
            if (now.equals(stamps) && isSettled(now)) {
                return Optional.empty();
            }
            for (Path file : files) {
                switch (FileReading.of(file, file.toString())) {
                    case FileReading.Text(PolicySource source) -> sources.add(source);
                    case FileReading.NoText(PolicyProblem problem) -> problems.add(problem);
                }
            }
            stamps = now;
        } catch (IOException failure) {
            problems.add(unreadable(failure));
        } catch (UncheckedIOException failure) {
            problems.add(unreadable(Objects.requireNonNull(failure.getCause())));
        }
        String content = PolicyHash.of(Optional.empty(), sources + "\n" + problems);
        if (content.equals(seen)) {
            return Optional.empty();
        }
        seen = content;
        return reloaded(
                problems.isEmpty() ? reader.read(sources) : new LibraryReading.Refused(problems));
    }

    /** Files that are again what serves are worth a word only after they were bad. */
    private Optional<PolicyReloading> reloaded(LibraryReading reading) {
        PolicyReloading reloading = PolicyReloading.next(current, reading);
        boolean wasBad = bad;
        bad = reloading instanceof PolicyReloading.Kept;
        current = reloading.library();
        return reloading instanceof PolicyReloading.Unchanged && !wasBad
                ? Optional.empty()
                : Optional.of(reloading);
    }

    private List<Stamp> stamp() throws IOException {
        List<Stamp> now = new ArrayList<>();
        for (Path file : files) {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            now.add(new Stamp(attributes.lastModifiedTime().toInstant(), attributes.size()));
        }
        return now;
    }

    private boolean isSettled(List<Stamp> now) {
        Instant old = clock.instant().minus(SETTLED);
        return now.stream().allMatch(stamp -> stamp.modified().isBefore(old));
    }

    private static PolicyProblem unreadable(IOException failure) {
        String file =
                failure instanceof FileSystemException about
                        ? String.valueOf(about.getFile())
                        : "policy files";
        String why =
                failure instanceof NoSuchFileException
                        ? "no such file"
                        : "not readable: " + failure.getMessage();
        return new PolicyProblem(
                Severity.ERROR, new SourcePosition(file, 1, 1), why, Optional.empty());
    }
}
