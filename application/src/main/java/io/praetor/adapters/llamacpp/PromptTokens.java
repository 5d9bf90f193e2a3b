package io.praetor.adapters.llamacpp;

import java.util.List;

/**
 * A prompt as the model reads it.
 *
 * @param shared how many tokens at its beginning come from the part that many prompts share
 */
record PromptTokens(List<Integer> all, int shared) {
    PromptTokens {
        all = List.copyOf(all);
    }

    List<Integer> prefix() {
        return all.subList(0, shared);
    }

    List<Integer> rest() {
        return all.subList(shared, all.size());
    }
}
