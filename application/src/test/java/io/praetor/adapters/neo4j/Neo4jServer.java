package io.praetor.adapters.neo4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The Neo4j that {@code ./praetor fetch neo4j} brought, running on a JDK that it knows (17 or 21)
 * in a process of its own.
 */
public final class Neo4jServer implements AutoCloseable {
    private static final String READY = "bolt ";

    private final Process process;
    private final URI url;

    private Neo4jServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    public static Neo4jServer start(Path folder) {
        try {
            Path libraries = Path.of(System.getenv("PRAETOR_HOME")).resolve("neo4j", "lib");
            Path source = folder.resolve("Server.java");
            try (InputStream text = Neo4jServer.class.getResourceAsStream("server.txt")) {
                Files.copy(Objects.requireNonNull(text), source);
            }
            Path log = folder.resolve("server.log");
            Process process =
                    new ProcessBuilder(
                                    java().toString(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    libraries + "/*",
                                    source.toString(),
                                    folder.toString())
                            .redirectError(log.toFile())
                            .start();
            return new Neo4jServer(process, url(process.inputReader(StandardCharsets.UTF_8), log));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its own JDK where one is named, otherwise any beside ours that Neo4j 5 runs on. */
    private static Path java() throws IOException {
        String named = System.getenv("NEO4J_JAVA_HOME");
        if (named != null) {
            return Path.of(named, "bin", "java");
        }
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            return installed
                    .filter(home -> home.getFileName().toString().matches(".*(17|21).*"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "Neo4j 5 runs on JDK 17 or 21; name one in"
                                                    + " NEO4J_JAVA_HOME"));
        }
    }

    private static URI url(BufferedReader said, Path log) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(Files.readString(log));
        }
        return URI.create(line.substring(READY.length()));
    }

    public URI url() {
        return url;
    }

    public Neo4jVersionStore store() {
        return Neo4jVersionStore.open(url, "neo4j", "neo4j");
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
            process.waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
