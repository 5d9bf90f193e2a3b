package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.LocalReviewDoor;
import io.praetor.app.ReviewDoor;
import io.praetor.app.ServerReviewDoor;
import io.praetor.app.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where a reviewer goes, and under which name: options of every verb about reviews. */
final class ReviewAccess {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "review through this server; otherwise in the log of the data folder")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "file with the bearer token, where the server asks for one")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description = "who reviews, where no token says so; otherwise $USER")
    private Optional<String> reviewer = Optional.empty();

    /** The name to give; empty where the token says it. */
    Optional<String> reviewer(Shell shell) {
        if (tokenFile.isPresent()) {
            return Optional.empty();
        }
        return reviewer.or(() -> Optional.ofNullable(shell.environment().get("USER")))
                .filter(name -> !name.isBlank())
                .or(
                        () -> {
                            throw new BadInput("who reviews? say --reviewer NAME");
                        });
    }

    /** For reviewing. */
    ReviewDoor open(Shell shell, Supplier<Config> config) {
        return server.isPresent() ? remote(shell) : LocalReviewDoor.open(config.get());
    }

    /** For figures: a server on the same log does not mind. */
    ReviewDoor read(Shell shell, Supplier<Config> config) {
        return server.isPresent() ? remote(shell) : LocalReviewDoor.read(config.get());
    }

    private ReviewDoor remote(Shell shell) {
        URI url = server.orElseThrow();
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.matches("https?") || url.getHost() == null) {
            throw new BadInput("`%s` is no address such as http://127.0.0.1:8000".formatted(url));
        }
        return new ServerReviewDoor(url, tokenFile.map(file -> token(shell, file)));
    }

    private static String token(Shell shell, Path file) {
        try {
            return Files.readString(shell.folder().resolve(file)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
