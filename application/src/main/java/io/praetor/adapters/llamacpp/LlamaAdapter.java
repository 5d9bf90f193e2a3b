package io.praetor.adapters.llamacpp;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A LoRA adapter to switch on.
 *
 * @param file a GGUF file made for the model
 * @param scale how strongly it counts: 1 as it was trained
 * @param sha256 the digest that the file must have, in hexadecimal
 */
public record LlamaAdapter(Path file, double scale, Optional<String> sha256) {
    public LlamaAdapter {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("no scale for %s: %s".formatted(file, scale));
        }
    }
}
