package io.praetor.app.config;

import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Given settings as typed values; what is not of the type is reported, and the default stands. */
final class Values {
    private final Given given;
    private final Problems problems;
    private final Path fileFolder;
    private final Path workingFolder;

    Values(Given given, Problems problems, Path fileFolder, Path workingFolder) {
        this.given = given;
        this.problems = problems;
        this.fileFolder = fileFolder;
        this.workingFolder = workingFolder;
    }

    Optional<String> text(Setting setting) {
        return given.value(setting).map(Scalar::text).filter(text -> !text.isBlank());
    }

    /** A path; one in a file starts at the file's folder, one in the environment where we are. */
    Optional<Path> path(Setting setting) {
        return given.value(setting)
                .filter(scalar -> !scalar.text().isBlank())
                .map(scalar -> folderOf(scalar).resolve(scalar.text()));
    }

    /** A text that {@code read} understands; what it refuses is reported with its message. */
    <T> Optional<T> parsed(Setting setting, Function<String, T> read) {
        return given.value(setting)
                .filter(scalar -> !scalar.text().isBlank())
                .flatMap(
                        scalar -> {
                            try {
                                return Optional.of(read.apply(scalar.text()));
                            } catch (IllegalArgumentException refused) {
                                problems.error(
                                        scalar.position(),
                                        "`%s` is %s, not %s"
                                                .formatted(
                                                        setting.key(),
                                                        refused.getMessage(),
                                                        Problems.quoted(scalar.text())));
                                return Optional.empty();
                            }
                        });
    }

    /** Reports at a setting that was given something that it asks for in vain. */
    void refuse(Setting setting, String problem) {
        given.value(setting).ifPresent(scalar -> problems.error(scalar.position(), problem));
    }

    /** Two paths that make sense together only. */
    <T> Optional<T> both(Setting one, Setting other, BiFunction<Path, Path, T> pair) {
        Optional<Path> first = path(one);
        Optional<Path> second = path(other);
        if (first.isPresent() != second.isPresent()) {
            Setting given = first.isPresent() ? one : other;
            Setting missing = first.isPresent() ? other : one;
            this.given
                    .value(given)
                    .ifPresent(
                            scalar ->
                                    problems.error(
                                            scalar.position(),
                                            "`%s` needs `%s` too"
                                                    .formatted(given.key(), missing.key())));
        }
        return first.flatMap(path -> second.map(also -> pair.apply(path, also)));
    }

    Optional<URI> url(Setting setting) {
        return given.value(setting)
                .filter(scalar -> !scalar.text().isBlank())
                .flatMap(scalar -> url(setting, scalar));
    }

    private Optional<URI> url(Setting setting, Scalar scalar) {
        try {
            return Optional.of(new URI(scalar.text()));
        } catch (URISyntaxException _) {
            problems.error(
                    scalar.position(),
                    "`%s` is an address such as https://HOST/PATH, not %s"
                            .formatted(setting.key(), Problems.quoted(scalar.text())));
            return Optional.empty();
        }
    }

    int whole(Setting setting, int fallback, int min, int max) {
        return given.value(setting)
                .flatMap(scalar -> whole(setting, scalar, min, max))
                .orElse(fallback);
    }

    <T> T choice(Setting setting, Map<String, T> choices, T fallback) {
        return given.value(setting)
                .flatMap(scalar -> Fields.choice(setting.key(), scalar, choices, problems))
                .orElse(fallback);
    }

    private Optional<Integer> whole(Setting setting, Scalar scalar, int min, int max) {
        boolean digits = scalar.text().matches("-?[0-9]{1,9}");
        int number = digits ? Integer.parseInt(scalar.text()) : Integer.MIN_VALUE;
        if (number >= min && number <= max) {
            return Optional.of(number);
        }
        problems.error(
                scalar.position(),
                "`%s` is a whole number from %d to %d, not %s"
                        .formatted(setting.key(), min, max, Problems.quoted(scalar.text())));
        return Optional.empty();
    }

    /** Only what stands in a file was written there in some way. */
    private Path folderOf(Scalar scalar) {
        return scalar.written().isPresent() ? fileFolder : workingFolder;
    }
}
