package io.praetor.reasoning;

/**
 * What a model wrote, the prompt's lead not included.
 *
 * @param promptTokens of which {@code reusedTokens} came from a cache
 */
public record Completion(
        String text, Stop stop, int promptTokens, int reusedTokens, int answerTokens) {
    /** Why it stopped. */
    public enum Stop {
        /** The model ended its turn. */
        END,
        /** The limit on tokens was reached: the text is cut. */
        LENGTH
    }
}
