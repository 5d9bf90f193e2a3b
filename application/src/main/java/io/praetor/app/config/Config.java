package io.praetor.app.config;

import io.praetor.adapters.http.Secret;
import io.praetor.adapters.sqlite.Durability;
import io.praetor.decision.RecordingFailure;
import io.praetor.log.RecorderLimits;
import io.praetor.patterns.life.Ageing;
import io.praetor.review.ReviewSettings;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.settings.TlsFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this process was told to run: defaults filled in, every value checked.
 *
 * @param policy the policy file that decides
 * @param data the folder of everything that is kept
 * @param patterns how the evidence of patterns wears off
 */
public record Config(
        Path policy,
        Path data,
        Server server,
        Log log,
        Reasoning reasoning,
        Model model,
        ReviewSettings reviews,
        Ageing patterns,
        Governance governance) {
    private static final int PORT = 8000;

    /** A configuration that leaves everything but the two at its default. */
    public static Config of(Path policy, Path data) {
        return new Config(
                policy,
                data,
                Server.LOCAL,
                new Log(
                        Durability.PROCESS,
                        RecordingFailure.DENY,
                        RecorderLimits.DEFAULT,
                        Optional.empty()),
                new Reasoning(Reasoning.By.AUTO, "hybrid", Reasoning.Embeddings.OFF),
                Model.none(data),
                ReviewSettings.DEFAULT,
                Ageing.DEFAULT,
                Governance.USUAL);
    }

    /** The same with nobody asked but the rules. */
    public Config withoutReasoning() {
        Reasoning off =
                new Reasoning(
                        Reasoning.By.OFF, reasoning.promptVariant(), Reasoning.Embeddings.OFF);
        return new Config(policy, data, server, log, off, model, reviews, patterns, governance);
    }

    /**
     * Where families of versions are kept.
     *
     * @param url of the database, such as {@code bolt://127.0.0.1:7687}
     * @param passwordFile its first line is the password of {@code user}
     */
    public record Governance(
            Store store, Optional<URI> url, String user, Optional<Path> passwordFile) {
        /** One file in the data folder. */
        public static final Governance USUAL =
                new Governance(Store.SQLITE, Optional.empty(), "neo4j", Optional.empty());

        /** Which technology. */
        public enum Store {
            SQLITE,
            /** Gone with the process. */
            MEMORY,
            NEO4J
        }
    }

    /**
     * Where to listen.
     *
     * @param port 0 for any free one
     * @param tokens file of bearer tokens; needed on any address but loopback
     * @param tls where this process ends TLS itself
     * @param publicUrl what clients call the server by, where something stands in between
     */
    public record Server(
            String host,
            int port,
            Optional<Path> tokens,
            Optional<TlsFiles> tls,
            Optional<URI> publicUrl,
            ServerLimits limits) {
        /** Reachable from this machine only, without TLS and tokens. */
        public static final Server LOCAL =
                new Server(
                        "127.0.0.1",
                        PORT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ServerLimits.DEFAULT);
    }

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

    /**
     * Who is asked where the rules leave room.
     *
     * @param promptVariant names a folder under {@code prompts/}
     */
    public record Reasoning(By by, String promptVariant, Embeddings embeddings) {
        /** Which reasoner. */
        public enum By {
            /** The model where one is configured, otherwise precedents. */
            AUTO,
            PRECEDENT,
            MODEL,
            OFF
        }

        /** What makes vectors of texts. */
        public enum Embeddings {
            OFF,
            MINILM
        }
    }

    /**
     * The language model, where one is configured: a file for llama.cpp in this process, or a
     * server, never both.
     *
     * @param library folder of llama.cpp's shared libraries
     * @param sha256 the digest the model must have, lower-case hexadecimal
     * @param gpuLayers -1 for all, 0 for none
     * @param threads 0 for one a core
     * @param name as the server names it
     * @param token for the server, from the token file or the environment
     * @param timeMax for one answer, the wait for a turn included
     * @param queueMax callers that may wait for a turn
     */
    public record Model(
            Optional<Path> path,
            Path library,
            Optional<String> sha256,
            int gpuLayers,
            int threads,
            Optional<URI> url,
            Api api,
            Optional<String> name,
            Optional<Path> tokenFile,
            Optional<Secret> token,
            int contextTokens,
            Mode mode,
            Duration timeMax,
            int queueMax) {
        private static final int CONTEXT_TOKENS = 8192;

        /** What the deployment checklist grants the reasoning path on a CPU. */
        private static final Duration TIME_MAX = Duration.ofSeconds(15);

        private static final int QUEUE_MAX = 16;

        /** What a server speaks. */
        public enum Api {
            OPENAI,
            OLLAMA,
            LLAMA_SERVER
        }

        /** How a decision is read from the model. */
        public enum Mode {
            SCORE,
            REASON
        }

        static Model none(Path data) {
            return new Model(
                    Optional.empty(),
                    data.resolve("llama"),
                    Optional.empty(),
                    -1,
                    0,
                    Optional.empty(),
                    Api.LLAMA_SERVER,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    CONTEXT_TOKENS,
                    Mode.SCORE,
                    TIME_MAX,
                    QUEUE_MAX);
        }

        public boolean isConfigured() {
            return path.isPresent() || url.isPresent();
        }
    }
}
