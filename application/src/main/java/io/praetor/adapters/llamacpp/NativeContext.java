package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/**
 * The working memory of a model: what it made of the tokens so far. Of one thread at a time.
 *
 * <p>The text goes along sequence {@link #MAIN}; up to {@link #BRANCHES_MAX} others continue it at
 * the same time.
 */
final class NativeContext implements AutoCloseable {
    static final int MAIN = 0;
    static final int BRANCHES_MAX = 16;

    /** What the call answers: evaluated, and stopped by the callback. */
    private static final int DONE = 0;

    private static final int ABORTED = 2;
    private static final int FLASH_ATTENTION_OFF = 0;

    private final NativeModel model;
    private final MemorySegment pointer;
    private final MemorySegment memory;
    private final Arena arena;
    private final Interrupt interrupt;
    private final TokenBatch batch;
    private final NativeFunction decode;
    private final NativeFunction logits;
    private final NativeFunction clear;
    private final NativeFunction remove;
    private final NativeFunction copy;

    private NativeContext(
            NativeModel model, MemorySegment pointer, Arena arena, Interrupt interrupt) {
        LlamaLibrary library = model.library();
        this.model = model;
        this.pointer = pointer;
        this.arena = arena;
        this.interrupt = interrupt;
        batch = new TokenBatch(arena, BRANCHES_MAX);
        memory =
                library.function("llama_get_memory", FunctionDescriptor.of(ADDRESS, ADDRESS))
                        .address(pointer);
        decode =
                library.function(
                        "llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, Layouts.BATCH));
        logits =
                library.function(
                        "llama_get_logits_ith", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        clear =
                library.function(
                        "llama_memory_clear", FunctionDescriptor.ofVoid(ADDRESS, JAVA_BOOLEAN));
        remove =
                library.function(
                        "llama_memory_seq_rm",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
        copy =
                library.function(
                        "llama_memory_seq_cp",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }

    /**
     * @param outputsMax how many tokens of a batch may ask what follows them
     */
    static NativeContext open(
            NativeModel model, int tokens, int threads, int outputsMax, Interrupt interrupt) {
        LlamaLibrary library = model.library();
        library.log().clear();
        Arena arena = Arena.ofShared();
        MemorySegment params = new Defaults(library).context(arena);
        Map.of(
                        // A batch larger than the context would end the process.
                        "n_ctx",
                        Math.max(tokens, TokenBatch.TOKENS_MAX),
                        "n_batch",
                        TokenBatch.TOKENS_MAX,
                        "n_ubatch",
                        TokenBatch.TOKENS_MAX,
                        "n_seq_max",
                        1 + BRANCHES_MAX,
                        "n_outputs_max",
                        outputsMax,
                        "n_outputs_max_per_seq",
                        0,
                        "n_threads",
                        threads,
                        "n_threads_batch",
                        threads)
                .forEach((field, value) -> params.set(JAVA_INT, at(field), value));
        params.set(JAVA_BOOLEAN, at("kv_unified"), true);
        // With it, a score was seen to move by a hundredth with how many tokens go in one batch;
        // without, by less than a hundred-thousandth.
        params.set(JAVA_INT, at("flash_attn_type"), FLASH_ATTENTION_OFF);
        params.set(ADDRESS, at("abort_callback"), interrupt.callback(arena));
        MemorySegment pointer =
                library.function(
                                "llama_init_from_model",
                                FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.CONTEXT_PARAMS))
                        .address(model.pointer(), params);
        if (pointer.equals(MemorySegment.NULL)) {
            arena.close();
            throw new LanguageModelException(
                    Failure.UNAVAILABLE,
                    "llama.cpp makes no context of %d tokens%s; lower model.context-tokens"
                            .formatted(tokens, library.log().told()));
        }
        return new NativeContext(model, pointer, arena, interrupt);
    }

    private static long at(String field) {
        return Layouts.at(Layouts.CONTEXT_PARAMS, field);
    }

    /** To be filled and then evaluated. */
    TokenBatch batch() {
        batch.clear();
        return batch;
    }

    /** Evaluates tokens of the main sequence; what may follow is wanted of the last one. */
    void evaluate(List<Integer> tokens, int position, Deadline deadline) {
        for (int from = 0; from < tokens.size(); from += TokenBatch.TOKENS_MAX) {
            int to = Math.min(from + TokenBatch.TOKENS_MAX, tokens.size());
            TokenBatch next = batch();
            for (int index = from; index < to; index++) {
                boolean last = index == tokens.size() - 1;
                next.add(tokens.get(index), position + index, last, List.of(MAIN));
            }
            evaluate(next, deadline);
        }
    }

    void evaluate(TokenBatch tokens, Deadline deadline) {
        deadline.check();
        interrupt.by(deadline);
        model.library().log().clear();
        int answer = decode.number(pointer, tokens.structure());
        if (answer == ABORTED && !interrupt.isClosing()) {
            throw deadline.missed();
        }
        if (answer != DONE) {
            throw new LanguageModelException(
                    Failure.UNAVAILABLE,
                    interrupt.isClosing()
                            ? "the model is being closed"
                            : "llama.cpp could not evaluate %d tokens: it answers %d%s"
                                    .formatted(
                                            tokens.size(), answer, model.library().log().told()));
        }
    }

    /**
     * How likely each token follows, before normalising.
     *
     * @param index of a token in the last batch, or -1 for the last
     */
    @SuppressWarnings("restricted") // the row is as long as the vocabulary
    float[] logits(int index) {
        MemorySegment row = logits.address(pointer, index);
        if (row.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("no output was asked of token " + index);
        }
        long bytes = (long) model.vocabulary().size() * Float.BYTES;
        return row.reinterpret(bytes).toArray(JAVA_FLOAT);
    }

    /**
     * Forgets everything.
     *
     * @param numbers overwrite what is forgotten too: a NaN left there would spread
     */
    void clear(boolean numbers) {
        clear.call(memory, numbers);
    }

    /** Forgets everything of the main sequence from a position on, and says whether it could. */
    boolean cut(int from) {
        return remove.truth(memory, MAIN, from, -1);
    }

    /** Begins a sequence that continues what the main one says so far. */
    void branch(int sequence) {
        copy.call(memory, MAIN, sequence, -1, -1);
    }

    /** Forgets a sequence where it went another way than the main one. */
    void drop(int sequence) {
        remove.call(memory, sequence, -1, -1);
    }

    @Override
    public void close() {
        model.library().function("llama_free", FunctionDescriptor.ofVoid(ADDRESS)).call(pointer);
        arena.close();
    }

    /** The adapters that count from now on. */
    void adapt(List<MemorySegment> adapters, List<Double> scales) {
        var set =
                model.library()
                        .function(
                                "llama_set_adapters_lora",
                                FunctionDescriptor.of(
                                        JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
        try (Arena brief = Arena.ofConfined()) {
            MemorySegment pointers = brief.allocate(ADDRESS, adapters.size() + 1L);
            MemorySegment numbers = brief.allocate(JAVA_FLOAT, scales.size() + 1L);
            for (int index = 0; index < adapters.size(); index++) {
                pointers.setAtIndex(ADDRESS, index, adapters.get(index));
                numbers.setAtIndex(JAVA_FLOAT, index, scales.get(index).floatValue());
            }
            set.call(pointer, pointers, (long) adapters.size(), numbers);
        }
    }
}
