package io.praetor.adapters.llamacpp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which model is loaded by which library, and how much it may use.
 *
 * @param library the folder that holds {@code libllama} and {@code libggml}
 * @param model a GGUF file
 * @param sha256 the digest that the file must have, in hexadecimal
 * @param adapters switched on from the start
 * @param gpuLayers how many layers a GPU takes; -1 for all, 0 for none
 * @param contextTokens prompt and answer together; 0, or more than the model was trained for, is
 *     what it was trained for
 * @param threads 0 takes one for a tiny model and else as many as there are processors
 * @param waitingMax how many callers may wait while one is served
 * @param reuse keep what the model made of the shared part of the last prompt; suites switch it off
 */
public record LlamaSettings(
        Path library,
        Path model,
        Optional<String> sha256,
        List<LlamaAdapter> adapters,
        int gpuLayers,
        int contextTokens,
        int threads,
        int waitingMax,
        boolean reuse) {
    /** As many as answer within some ten seconds where an answer takes a second. */
    private static final int WAITING_MAX = 16;

    private static final int CONTEXT_TOKENS = 8192;

    public LlamaSettings {
        adapters = List.copyOf(adapters);
        if (gpuLayers < -1 || contextTokens < 0 || threads < 0 || waitingMax < 0) {
            throw new IllegalArgumentException(
                    "GPU layers %d, context %d, threads %d, waiting %d: one is below its least"
                            .formatted(gpuLayers, contextTokens, threads, waitingMax));
        }
    }

    /** What suits most models. */
    public static LlamaSettings of(Path library, Path model) {
        return new LlamaSettings(
                library,
                model,
                Optional.empty(),
                List.of(),
                -1,
                CONTEXT_TOKENS,
                0,
                WAITING_MAX,
                true);
    }
}
