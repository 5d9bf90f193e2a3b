package io.praetor.adapters.llamacpp;

/**
 * What a model's template writes around the turns of a conversation.
 *
 * @param before the system's turn, or before the user's where there is none of the system
 * @param between the system's turn and the user's; empty where there is none of the system
 * @param after the user's turn, up to where the model answers
 */
record ChatFrame(String before, String between, String after) {
    /**
     * Phi's turns.
     *
     * @param gap what follows each mark
     */
    static ChatFrame phi(boolean system, String gap) {
        String user = "<|user|>" + gap;
        String after = "<|end|>%s<|assistant|>%s".formatted(gap, gap);
        return system
                ? new ChatFrame("<|system|>" + gap, "<|end|>" + gap + user, after)
                : new ChatFrame(user, "", after);
    }
}
