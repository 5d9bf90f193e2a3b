package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The weights of a GGUF file, mapped into memory. Not to be used after it was closed. */
final class NativeModel implements AutoCloseable {
    /** What asks for another way of evaluating than a decoder with attention. */
    private static final List<String> STRANGERS =
            List.of(
                    "llama_model_has_encoder",
                    "llama_model_is_recurrent",
                    "llama_model_is_hybrid",
                    "llama_model_is_diffusion");

    private static final FunctionDescriptor NUMBER_OF = FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private final LlamaLibrary library;
    private final MemorySegment pointer;
    private final Vocabulary vocabulary;

    private NativeModel(LlamaLibrary library, MemorySegment pointer) {
        this.library = library;
        this.pointer = pointer;
        this.vocabulary =
                new Vocabulary(
                        library,
                        library.function(
                                        "llama_model_get_vocab",
                                        FunctionDescriptor.of(ADDRESS, ADDRESS))
                                .address(pointer));
    }

    /**
     * @param gpuLayers -1 for all
     */
    static NativeModel load(LlamaLibrary library, Path file, int gpuLayers) {
        library.log().clear();
        MemorySegment pointer;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = new Defaults(library).model(arena);
            params.set(JAVA_INT, Layouts.at(Layouts.MODEL_PARAMS, "n_gpu_layers"), gpuLayers);
            pointer =
                    library.function(
                                    "llama_model_load_from_file",
                                    FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.MODEL_PARAMS))
                            .address(arena.allocateFrom(file.toString()), params);
        }
        if (pointer.equals(MemorySegment.NULL)) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: llama.cpp %s cannot load it%s; check that the file is whole"
                            .formatted(file, library.version(), library.log().told()));
        }
        var model = new NativeModel(library, pointer);
        model.refuseStrangers(file);
        return model;
    }

    private void refuseStrangers(Path file) {
        for (String stranger : STRANGERS) {
            var is = library.function(stranger, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
            if (is.truth(pointer)) {
                close();
                throw new LanguageModelException(
                        Failure.MISMATCH,
                        "%s: is no decoder with attention alone (%s); take a model that is"
                                .formatted(file, stranger));
            }
        }
    }

    MemorySegment pointer() {
        return pointer;
    }

    LlamaLibrary library() {
        return library;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** How many tokens it was trained to see at once. */
    int contextTokens() {
        return library.function("llama_model_n_ctx_train", NUMBER_OF).number(pointer);
    }

    Optional<Quantisation> quantisation() {
        return Quantisation.of(library.function("llama_model_ftype", NUMBER_OF).number(pointer));
    }

    /** The template of a conversation, in Jinja. */
    Optional<String> chatTemplate() {
        return NativeText.at(
                library.function(
                                "llama_model_chat_template",
                                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                        .address(pointer, MemorySegment.NULL));
    }

    /** A value of the file's header, as a text. */
    Optional<String> header(String key) {
        var read =
                library.function(
                        "llama_model_meta_val_str",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(key);
            MemorySegment one = arena.allocate(1);
            int length = read.number(pointer, name, one, one.byteSize());
            if (length < 0) {
                return Optional.empty();
            }
            MemorySegment text = arena.allocate(length + 1L);
            read.call(pointer, name, text, text.byteSize());
            return Optional.of(text.getString(0, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        library.function("llama_model_free", FunctionDescriptor.ofVoid(ADDRESS)).call(pointer);
    }
}
