package io.praetor.app.config;

import io.praetor.decision.RecordingFailure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this process was told to run: defaults filled in, every value checked.
 *
 * @param policy the policy file that decides
 * @param data the folder of everything that is kept
 */
public record Config(Path policy, Path data, Server server, Log log) {
    /**
     * Where to listen.
     *
     * @param port 0 for any free one
     * @param tokens file of bearer tokens; needed on any address but loopback
     */
    public record Server(String host, int port, Optional<Path> tokens) {}

    /** How decisions are recorded. */
    public record Log(Durability durability, RecordingFailure onFailure) {}
}
