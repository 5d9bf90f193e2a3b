package io.praetor.app;

import io.praetor.retrieval.Embedder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a fuller build brings beside the core, which has none of it.
 *
 * @param minilm makes vectors by MiniLM; loads the model when it is first asked, not before
 */
public record Parts(Optional<Supplier<Embedder>> minilm) {
    public static final Parts NONE = new Parts(Optional.empty());
}
