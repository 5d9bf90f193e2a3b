package io.praetor.rollout.life;

import java.util.List;
import java.util.Set;

/** The answer to a request for a change. */
public sealed interface Check {
    /**
     * It may happen.
     *
     * @param gates those that had to be passed, in the order of {@link Gate}
     */
    record Allowed(VersionState to, Set<Consequence> consequences, List<GateOutcome> gates)
            implements Check {
        public Allowed {
            consequences = Set.copyOf(consequences);
            gates = List.copyOf(gates);
        }
    }

    /** It may not happen, whatever the evidence. */
    record Refused(Refusal refusal, String message) implements Check {}

    /** It may happen only when every gate is passed; these are all of them, passed or not. */
    record GateNotMet(List<GateOutcome> gates) implements Check {
        public GateNotMet {
            gates = List.copyOf(gates);
        }
    }
}
