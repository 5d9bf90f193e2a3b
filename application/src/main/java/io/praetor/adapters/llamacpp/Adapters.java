package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** LoRA adapters of one model, each loaded once and freed with the model. */
final class Adapters {
    /** Each takes memory until the model is closed. */
    private static final int LOADED_MAX = 32;

    private final NativeModel model;
    private final Map<String, MemorySegment> bySha256 = new HashMap<>();

    Adapters(NativeModel model) {
        this.model = model;
    }

    /** Switches these on and all others off; where one fails, all stays as it was. */
    List<ModelCard.Adapter> use(List<LlamaAdapter> adapters, NativeContext context) {
        List<ModelCard.Adapter> cards =
                adapters.stream()
                        .map(
                                adapter ->
                                        new ModelCard.Adapter(
                                                adapter.file().getFileName().toString(),
                                                FileDigest.verified(
                                                        adapter.file(), adapter.sha256()),
                                                adapter.scale()))
                        .toList();
        for (int index = 0; index < cards.size(); index++) {
            load(cards.get(index).sha256(), adapters.get(index));
        }
        context.adapt(
                cards.stream().map(card -> bySha256.get(card.sha256())).toList(),
                cards.stream().map(ModelCard.Adapter::scale).toList());
        return cards;
    }

    private void load(String sha256, LlamaAdapter adapter) {
        if (bySha256.containsKey(sha256)) {
            return;
        }
        if (bySha256.size() == LOADED_MAX) {
            throw new LanguageModelException(
                    Failure.UNAVAILABLE,
                    "%d adapters were loaded already; open the model anew".formatted(LOADED_MAX));
        }
        model.library().log().clear();
        MemorySegment loaded;
        try (Arena arena = Arena.ofConfined()) {
            loaded =
                    model.library()
                            .function(
                                    "llama_adapter_lora_init",
                                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                            .address(
                                    model.pointer(), arena.allocateFrom(adapter.file().toString()));
        }
        if (loaded.equals(MemorySegment.NULL)) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: is no LoRA adapter of this model%s; train it on this model"
                            .formatted(adapter.file(), model.library().log().told()));
        }
        bySha256.put(sha256, loaded);
    }
}
