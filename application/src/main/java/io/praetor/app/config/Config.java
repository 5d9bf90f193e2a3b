package io.praetor.app.config;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.decision.RecordingFailure;
import io.praetor.log.RecorderLimits;
import io.praetor.serving.settings.ServerLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this process was told to run: defaults filled in, every value checked.
 *
 * @param policy the policy file that decides
 * @param data the folder of everything that is kept
 */
public record Config(Path policy, Path data, Server server, Log log) {
    private static final int PORT = 8000;

    /** A configuration that leaves everything but the two at its default. */
    public static Config of(Path policy, Path data) {
        return new Config(
                policy,
                data,
                new Server("127.0.0.1", PORT, Optional.empty(), ServerLimits.DEFAULT),
                new Log(
                        Durability.PROCESS,
                        RecordingFailure.DENY,
                        RecorderLimits.DEFAULT,
                        Optional.empty()));
    }

    /**
     * Where to listen.
     *
     * @param port 0 for any free one
     * @param tokens file of bearer tokens; needed on any address but loopback
     */
    public record Server(String host, int port, Optional<Path> tokens, ServerLimits limits) {}

    /**
     * How decisions are recorded.
     *
     * @param key file of the key that signs tree heads
     */
    public record Log(
            Durability durability,
            RecordingFailure onFailure,
            RecorderLimits limits,
            Optional<Path> key) {}
}
