package io.praetor.reasoning;

import java.util.List;

/**
 * What a model is.
 *
 * @param name as its file or its server names it
 * @param sha256 lower-case hex digest of its file; the digest a server states; empty where neither
 *     is to be had
 * @param quantisation such as {@code Q4_K_M}; empty where unknown
 * @param contextTokens prompt and answer together
 * @param adapters that are switched on
 * @param runtime the program that runs it, with its version
 */
public record ModelCard(
        String name,
        String sha256,
        String quantisation,
        int contextTokens,
        List<Adapter> adapters,
        String runtime) {
    public ModelCard {
        adapters = List.copyOf(adapters);
    }

    /** A LoRA adapter on top of the model. */
    public record Adapter(String name, String sha256, double scale) {}
}
