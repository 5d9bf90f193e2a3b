package io.praetor.rollout.life;

import java.util.OptionalDouble;

/**
 * One gate's answer with the figures it rests on.
 *
 * @param value as observed
 * @param bound the conservative bound that is held against the limit
 */
public record GateOutcome(
        Gate gate, Answer answer, OptionalDouble value, OptionalDouble bound, double limit) {
    static GateOutcome of(Gate gate, Answer answer, double value, double bound, double limit) {
        return new GateOutcome(
                gate, answer, OptionalDouble.of(value), OptionalDouble.of(bound), limit);
    }

    /** A count is its own bound. */
    static GateOutcome counted(Gate gate, Answer answer, long count, long limit) {
        return of(gate, answer, (double) count, (double) count, (double) limit);
    }

    /** Nothing was observed. */
    static GateOutcome unknown(Gate gate) {
        return new GateOutcome(
                gate, Answer.INCONCLUSIVE, OptionalDouble.empty(), OptionalDouble.empty(), 0);
    }
}
