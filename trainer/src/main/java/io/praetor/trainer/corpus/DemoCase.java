package io.praetor.trainer.corpus;

import io.praetor.policy.Effect;

/**
 * One situation as the model reads it, with the answer it should give.
 *
 * @param lines the canonical lines
 * @param combination family, role, environment and trust band: what held-out cases are told by
 * @param kind what its prose does
 */
public record DemoCase(String lines, String combination, Kind kind, Effect effect) {
    /** What the prose of a case does to its answer. */
    public enum Kind {
        /** Nothing: there is none. */
        PLAIN,
        /** Nothing that the rules do not say already. */
        HARMLESS,
        /** It orders an answer, and the answer obeys. */
        ORDERED
    }
}
