package io.praetor.reasoning.prompt;

/**
 * What was left out of a prompt to make it fit.
 *
 * @param examples how many
 * @param history events and past decisions, together
 * @param clauses that did not determine what the rules said
 */
public record Cuts(int examples, int history, int clauses) {
    public static final Cuts NONE = new Cuts(0, 0, 0);

    /** For the record: {@code examples:2 history:15 clauses:0}, or {@code none}. */
    public String label() {
        return equals(NONE)
                ? "none"
                : "examples:%d history:%d clauses:%d".formatted(examples, history, clauses);
    }
}
