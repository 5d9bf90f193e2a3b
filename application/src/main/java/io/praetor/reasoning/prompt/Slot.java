package io.praetor.reasoning.prompt;

import io.praetor.situation.Labels;
import java.util.EnumSet;
import java.util.Set;

/** A place in a prompt text that each request fills; written {@code {{clauses}}}. */
public enum Slot {
    /** The clauses that were retrieved, one JSON object a line, by id. */
    CLAUSES,
    /** At most five decided cases, one JSON object a line, by id. */
    EXAMPLES,
    /** The team's norms that were retrieved: a JSON list. */
    NORMS,
    /** What the log knows of the actor: a JSON object. */
    OBSERVED,
    /** What the rules found: a JSON object. */
    RULES,
    /** The case: a JSON object by provenance, or canonical lines. */
    SITUATION,
    /** A random word of this request alone, which no text in it contains. */
    MARKER;

    /** What may stand in the part that many requests share. */
    static final Set<Slot> SHARED = EnumSet.of(CLAUSES, EXAMPLES);

    /** What may stand in the part of one request. */
    static final Set<Slot> OWN = EnumSet.complementOf(EnumSet.of(CLAUSES, EXAMPLES));

    public String label() {
        return Labels.of(this);
    }
}
