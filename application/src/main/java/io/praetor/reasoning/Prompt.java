package io.praetor.reasoning;

/**
 * What a model is asked, in the order it is read.
 *
 * @param system who the model is and how it answers
 * @param shared the long part that many requests share, clauses and examples: its KV cache is worth
 *     keeping
 * @param situation the one case, last
 * @param lead the beginning of the answer, which the model continues; may be empty
 */
public record Prompt(String system, String shared, String situation, String lead) {
    /** The user's turn. */
    public String user() {
        return shared + situation;
    }

    /** The whole text as it is hashed for the record: turns one after the other. */
    public String text() {
        return "<system>\n%s\n<user>\n%s\n<assistant>\n%s".formatted(system, user(), lead);
    }
}
