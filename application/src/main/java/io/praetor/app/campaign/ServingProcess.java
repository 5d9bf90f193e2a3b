package io.praetor.app.campaign;

import io.praetor.app.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** This program once more, serving in a process of its own. Only that process is ever ended. */
final class ServingProcess implements AutoCloseable {
    /** A start takes under a second; a machine that is busy otherwise is no loss. */
    private static final Duration READY_MAX = Duration.ofMinutes(5);

    private static final Duration END_MAX = Duration.ofMinutes(1);

    /** Options of this process that are not for a server. */
    private static final List<String> OWN =
            List.of("-XX:TieredStopAtLevel", "-Dpraetor.install", "-agentlib:");

    private final Process process;
    private final Path errors;

    private ServingProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts it with the Java options and the class path of this process.
     *
     * @param installation where the shipped files are
     * @param folder where it runs, and where its standard error is appended to {@code serve.log}
     * @param settings the environment that configures it; nothing else of ours reaches it
     */
    static ServingProcess start(Path installation, Path folder, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.add("-Dpraetor.install=" + installation.toAbsolutePath());
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), "serve", "--json"));
        Path errors = folder.resolve("serve.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PRAETOR_"));
        builder.environment().putAll(settings);
        try {
            return new ServingProcess(builder.start(), errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String classPath() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    /**
     * Waits until it serves; gives its address.
     *
     * @throws NotServing where it ended instead, or takes too long
     */
    String url() throws NotServing {
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = reading.submit(output::readLine).get(READY_MAX.toSeconds(), SECONDS);
            if (line == null) {
                throw new NotServing("the server ended before it served; see " + errors);
            }
            return JsonMapper.shared().readTree(line).path("url").asString();
        } catch (TimeoutException slow) {
            throw new NotServing("the server did not get ready in time; see " + errors);
        } catch (ExecutionException unreadable) {
            throw new NotServing("the server's output cannot be read; see " + errors);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to drain and end. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_MAX.toSeconds(), SECONDS)) {
                throw new IllegalStateException("process %d does not end".formatted(process.pid()));
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a server", interrupted);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process ended, or hangs, where it ought to serve. */
    static final class NotServing extends Exception {
        private static final long serialVersionUID = 1;

        NotServing(String message) {
            super(message);
        }
    }
}
