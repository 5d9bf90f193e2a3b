package io.praetor.reasoning.precedent;

import java.util.Locale;

/** What keeps words from saying that something is so, here and now. */
enum Scope {
    /** Denied: no, not, never, without. */
    NEGATED,
    /** Between quotation marks: somebody's words, not a statement. */
    QUOTED,
    /** Only supposed: if, would, should it ever. */
    SUPPOSED,
    /** Over and done with: last year, since resolved, used to. */
    SETTLED,
    /** What a text, a test, a game or a product says or does. */
    DEPICTED,
    /** Another team's, a supplier's, a customer's. */
    ELSEWHERE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
