package io.praetor.adapters.llamacpp;

import java.util.List;

/**
 * Evaluates prompts and keeps what the model made of the part that the next one may share.
 *
 * <p>The shared part is always evaluated in batches of its own, and reused whole or not at all: an
 * answer is the same bits whether or not something was reused. Of one thread at a time.
 */
final class Prefix {
    private final NativeContext context;
    private final boolean reuse;
    private List<Integer> kept = List.of();

    Prefix(NativeContext context, boolean reuse) {
        this.context = context;
        this.reuse = reuse;
    }

    /**
     * Evaluates a prompt; what follows its last token can be asked then.
     *
     * @return how many tokens were there already
     */
    int evaluate(PromptTokens prompt, Deadline deadline) {
        boolean again =
                reuse
                        && prompt.shared() > 0
                        && kept.equals(prompt.prefix())
                        && context.cut(prompt.shared());
        if (!again) {
            kept = List.of();
            context.clear(false);
            context.evaluate(prompt.prefix(), 0, deadline);
            kept = prompt.prefix();
        }
        context.evaluate(prompt.rest(), prompt.shared(), deadline);
        return again ? prompt.shared() : 0;
    }

    /** To be called when an evaluation failed, or when the model changed. */
    void forget() {
        kept = List.of();
        context.clear(true);
    }
}
