package io.praetor.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, ready to answer; closing it ends it. */
final class Server implements AutoCloseable {
    private static final Duration READY_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(2);
    private static final int STOP_SECONDS_MAX = 10;

    private final Process process;
    private final Duration startToReady;

    private Server(Process process, Duration startToReady) {
        this.process = process;
        this.startToReady = startToReady;
    }

    /**
     * @param ready answers 200 once the server decides
     * @param log file for everything the server says
     */
    static Server start(
            List<String> command, Map<String, String> environment, URI ready, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(log.toFile());
        long started = System.nanoTime();
        try {
            Process process = builder.start();
            await(ready, process, log, started + READY_MAX.toNanos());
            return new Server(process, Duration.ofNanos(System.nanoTime() - started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listens on just now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration startToReady() {
        return startToReady;
    }

    /** Processor time of all its threads so far. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void await(URI ready, Process process, Path log, long until) {
        while (!isReady(ready)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not get ready; see " + log);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean isReady(URI ready) {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
