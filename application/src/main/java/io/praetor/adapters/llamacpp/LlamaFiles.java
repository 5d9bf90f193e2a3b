package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What whoever makes model files asks of llama.cpp: smaller ones, and what one computes. */
public final class LlamaFiles {
    private final LlamaLibrary library;

    public LlamaFiles(LlamaLibrary library) {
        this.library = library;
    }

    /**
     * Writes a model with smaller weights; rows whose length does not suit the type get one that
     * does.
     *
     * @param from a GGUF file of F32, F16 or BF16
     */
    public void quantize(Path from, Path to, Quantisation type, int threads) {
        FileDigest.verified(from, Optional.empty());
        library.log().clear();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = new Defaults(library).quantize(arena);
            params.set(JAVA_INT, Layouts.at(Layouts.QUANTIZE_PARAMS, "nthread"), threads);
            params.set(JAVA_INT, Layouts.at(Layouts.QUANTIZE_PARAMS, "ftype"), type.number());
            int answer =
                    library.function(
                                    "llama_model_quantize",
                                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS))
                            .number(
                                    arena.allocateFrom(from.toString()),
                                    arena.allocateFrom(to.toString()),
                                    params);
            if (answer != 0) {
                throw new LanguageModelException(
                        Failure.MISMATCH,
                        "%s: cannot be made %s%s".formatted(from, type, library.log().told()));
            }
        }
    }

    /** The tokens of a text; texts of special tokens become those tokens. */
    public List<Integer> tokens(Path file, String text) {
        if (!TextRun.isSafe(text)) {
            throw new IllegalArgumentException(
                    "a word of more than %d characters".formatted(TextRun.CHARACTERS_MAX));
        }
        try (NativeModel model = NativeModel.load(library, file, 0)) {
            return model.vocabulary().tokens(text, false, true);
        }
    }

    /**
     * What may follow each token of a list, in a fresh context on one thread: one row a token, one
     * number for each token of the vocabulary, not normalised.
     */
    public List<float[]> logits(Path file, List<Integer> tokens, LongSupplier nanos) {
        try (NativeModel model = NativeModel.load(library, file, 0);
                NativeContext context =
                        NativeContext.open(
                                model, tokens.size(), 1, TokenBatch.TOKENS_MAX, new Interrupt())) {
            check(tokens, model.vocabulary().size());
            Deadline never = Deadline.after(Duration.ofDays(1), nanos);
            List<float[]> rows = new ArrayList<>();
            for (int from = 0; from < tokens.size(); from += TokenBatch.TOKENS_MAX) {
                int to = Math.min(from + TokenBatch.TOKENS_MAX, tokens.size());
                TokenBatch batch = context.batch();
                for (int index = from; index < to; index++) {
                    batch.add(tokens.get(index), index, true, List.of(NativeContext.MAIN));
                }
                context.evaluate(batch, never);
                for (int index = 0; index < to - from; index++) {
                    rows.add(context.logits(index));
                }
            }
            return rows;
        }
    }

    private static void check(List<Integer> tokens, int size) {
        for (int token : tokens) {
            if (token < 0 || token >= size) {
                throw new IllegalArgumentException(
                        "no token %d in a vocabulary of %d".formatted(token, size));
            }
        }
    }
}
