package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/**
 * llama.cpp's own hold on what may be written, at one place of one answer.
 *
 * <p>A token that it refuses must never be accepted: llama.cpp would end the process.
 */
final class Grammar implements AutoCloseable {
    private static final long ENTRY = Layouts.TOKEN_DATA.byteSize();
    private static final long LOGIT = Layouts.at(Layouts.TOKEN_DATA, "logit");

    private final MemorySegment sampler;
    private final Arena arena;
    private final MemorySegment entries;
    private final MemorySegment array;
    private final NativeFunction apply;
    private final NativeFunction accept;
    private final NativeFunction free;

    private Grammar(LlamaLibrary library, MemorySegment sampler, int vocabularySize) {
        this.sampler = sampler;
        arena = Arena.ofShared();
        entries = arena.allocate(MemoryLayout.sequenceLayout(vocabularySize, Layouts.TOKEN_DATA));
        array = arena.allocate(Layouts.TOKEN_DATA_ARRAY);
        apply =
                library.function(
                        "llama_sampler_apply", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        accept =
                library.function(
                        "llama_sampler_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        free = library.function("llama_sampler_free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /**
     * @param text in llama.cpp's GBNF, beginning at {@code root}
     */
    static Grammar of(LlamaLibrary library, Vocabulary vocabulary, String text) {
        GrammarText.check(text);
        library.log().clear();
        MemorySegment sampler;
        try (Arena brief = Arena.ofConfined()) {
            sampler =
                    library.function(
                                    "llama_sampler_init_grammar",
                                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS))
                            .address(
                                    vocabulary.pointer(),
                                    brief.allocateFrom(text),
                                    brief.allocateFrom("root"));
        }
        if (sampler.equals(MemorySegment.NULL)) {
            throw new LanguageModelException(
                    Failure.BAD_GRAMMAR,
                    "the grammar is refused%s; its parser says where on standard error"
                            .formatted(library.log().told()));
        }
        return new Grammar(library, sampler, vocabulary.size());
    }

    boolean allows(int token) {
        put(0, token, 0);
        apply(1);
        return entries.get(JAVA_FLOAT, LOGIT) != Float.NEGATIVE_INFINITY;
    }

    /** The logits with minus infinity where the grammar does not let a token follow. */
    float[] held(float[] logits) {
        for (int token = 0; token < logits.length; token++) {
            put(token, token, logits[token]);
        }
        apply(logits.length);
        float[] held = new float[logits.length];
        for (int token = 0; token < held.length; token++) {
            held[token] = entries.get(JAVA_FLOAT, token * ENTRY + LOGIT);
        }
        return held;
    }

    private void put(int index, int token, float logit) {
        entries.set(JAVA_INT, index * ENTRY, token);
        entries.set(JAVA_FLOAT, index * ENTRY + LOGIT, logit);
    }

    private void apply(int count) {
        array.set(ADDRESS, Layouts.at(Layouts.TOKEN_DATA_ARRAY, "data"), entries);
        array.set(JAVA_LONG, Layouts.at(Layouts.TOKEN_DATA_ARRAY, "size"), count);
        array.set(JAVA_LONG, Layouts.at(Layouts.TOKEN_DATA_ARRAY, "selected"), -1);
        apply.call(sampler, array);
    }

    /** Goes on by a token that is allowed and ends nothing. */
    void accept(int token) {
        accept.call(sampler, token);
    }

    @Override
    public void close() {
        free.call(sampler);
        arena.close();
    }
}
