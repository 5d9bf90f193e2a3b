package io.praetor.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Cerbos server as its maker publishes it for npm, fetched once into a folder of ours. */
final class CerbosBinary {
    private static final String VERSION = "0.55.0";
    private static final String PACKAGE = "@cerbos/cerbos-linux-x64@" + VERSION;
    private static final Path BINARY = Path.of("package", "cerbos-linux-x64");

    private CerbosBinary() {}

    /** Empty where npm is not there or cannot fetch it, or this is another kind of machine. */
    static Optional<Path> fetch(Path cache) {
        Path folder = cache.resolve("cerbos-" + VERSION);
        Path binary = folder.resolve(BINARY);
        if (!Files.isExecutable(binary)) {
            try {
                Files.createDirectories(folder);
                run(folder, List.of("npm", "pack", "--silent", PACKAGE));
                run(folder, List.of("sh", "-c", "tar xzf *.tgz && rm *.tgz"));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(binary).filter(Files::isExecutable);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("fetch.log").toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
