package io.praetor.app.cli;

import io.praetor.app.Advisers;
import io.praetor.app.Sidecar;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * Goes through what users do most, so that the launcher's ahead-of-time cache holds the classes for
 * it. Leaves nothing behind; what a step answers does not matter.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "go through the usual verbs, for the ahead-of-time cache")
final class Rehearse extends Verb {
    private static final String REQUEST =
            """
            {"action_type":"deploy","actor_role":"developer","actor_id":"user:alice",
             "resource":"env:staging"}""";

    private static final List<List<String>> STEPS =
            List.of(
                    List.of("demo"),
                    List.of("demo", "--json"),
                    List.of("decide"),
                    List.of("decide", "--json"),
                    List.of("policy", "check"),
                    List.of("--help"));

    private static final List<String> PATHS = List.of("/v1/decide", "/advisory");

    Rehearse(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Path folder = temporary();
        try {
            Shell silent = silent(folder);
            for (List<String> step : STEPS) {
                Verbs.in(silent).execute(step.toArray(String[]::new));
            }
            serve(silent);
            return ExitCode.OK;
        } finally {
            delete(folder);
        }
    }

    private static void serve(Shell silent) {
        Config config =
                new ConfigReader(
                                Map.of("PRAETOR_SERVER_PORT", "0"),
                                silent.folder(),
                                silent.installation())
                        .read(Optional.empty());
        Sidecar sidecar =
                Sidecar.start(
                        config,
                        Advisers.open(config, silent.installation(), silent.parts()),
                        line -> {});
        try {
            for (String path : PATHS) {
                post(URI.create(sidecar.url()).resolve(path));
            }
        } finally {
            sidecar.stop();
        }
    }

    private static void post(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(REQUEST.getBytes(StandardCharsets.UTF_8));
            }
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shell silent(Path folder) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Shell(
                new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)),
                nowhere,
                nowhere,
                false,
                Map.of(),
                folder,
                shell.installation().toAbsolutePath());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("praetor-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
