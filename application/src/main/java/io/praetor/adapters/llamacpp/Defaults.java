package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;

/** The parameters that llama.cpp starts from; what it is known to answer shows the layout right. */
final class Defaults {
    private final LlamaLibrary library;

    Defaults(LlamaLibrary library) {
        this.library = library;
    }

    MemorySegment model(SegmentAllocator allocator) {
        return ask("llama_model_default_params", Layouts.MODEL_PARAMS, allocator);
    }

    MemorySegment context(SegmentAllocator allocator) {
        return ask("llama_context_default_params", Layouts.CONTEXT_PARAMS, allocator);
    }

    MemorySegment quantize(SegmentAllocator allocator) {
        return ask("llama_model_quantize_default_params", Layouts.QUANTIZE_PARAMS, allocator);
    }

    private MemorySegment ask(String name, StructLayout layout, SegmentAllocator allocator) {
        return library.function(name, FunctionDescriptor.of(layout)).address(allocator);
    }

    /** Throws where a structure is laid out otherwise than here. */
    static void check(LlamaLibrary library, Path file) {
        try (Arena arena = Arena.ofConfined()) {
            var defaults = new Defaults(library);
            if (!isModel(defaults.model(arena))
                    || !isContext(defaults.context(arena))
                    || !isQuantize(defaults.quantize(arena))) {
                throw new LanguageModelException(
                        Failure.MISMATCH,
                        ("%s: says that it is llama.cpp %s and lays its parameters out otherwise;"
                                        + " run `./praetor fetch llama`")
                                .formatted(file, library.version()));
            }
        }
    }

    private static boolean isModel(MemorySegment at) {
        StructLayout layout = Layouts.MODEL_PARAMS;
        return at.get(JAVA_INT, Layouts.at(layout, "n_gpu_layers")) == -1
                && at.get(JAVA_INT, Layouts.at(layout, "split_mode")) == 1
                && at.get(JAVA_INT, Layouts.at(layout, "load_mode")) == -1
                && !at.get(JAVA_BOOLEAN, Layouts.at(layout, "vocab_only"))
                && at.get(JAVA_BOOLEAN, Layouts.at(layout, "use_extra_bufts"))
                && !at.get(JAVA_BOOLEAN, Layouts.at(layout, "load_mtp"));
    }

    private static boolean isContext(MemorySegment at) {
        StructLayout layout = Layouts.CONTEXT_PARAMS;
        return at.get(JAVA_INT, Layouts.at(layout, "n_ctx")) == 512
                && at.get(JAVA_INT, Layouts.at(layout, "n_batch")) == 2048
                && at.get(JAVA_INT, Layouts.at(layout, "n_outputs_max_per_seq")) == 1
                && at.get(JAVA_FLOAT, Layouts.at(layout, "defrag_thold")) == -1
                && at.get(JAVA_INT, Layouts.at(layout, "type_k")) == 1
                && at.get(JAVA_INT, Layouts.at(layout, "type_v")) == 1
                && !at.get(JAVA_BOOLEAN, Layouts.at(layout, "embeddings"))
                && at.get(JAVA_BOOLEAN, Layouts.at(layout, "swa_full"))
                && !at.get(JAVA_BOOLEAN, Layouts.at(layout, "kv_unified"))
                && at.get(JAVA_LONG, Layouts.at(layout, "n_samplers")) == 0;
    }

    private static boolean isQuantize(MemorySegment at) {
        StructLayout layout = Layouts.QUANTIZE_PARAMS;
        return at.get(JAVA_INT, Layouts.at(layout, "ftype")) == Quantisation.Q8_0.number()
                && at.get(JAVA_BOOLEAN, Layouts.at(layout, "quantize_output_tensor"))
                && !at.get(JAVA_BOOLEAN, Layouts.at(layout, "dry_run"))
                && at.get(JAVA_LONG, Layouts.at(layout, "max_buf_size")) == 8L << 30;
    }
}
