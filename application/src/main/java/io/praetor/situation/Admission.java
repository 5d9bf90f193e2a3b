package io.praetor.situation;

import java.util.List;

/** The door's answer: a Situation, or every reason why there is none. */
public sealed interface Admission {
    /**
     * @param dialect how the request was written
     */
    record Admitted(Situation situation, Dialect dialect) implements Admission {}

    /**
     * @param refusals at least one
     */
    record Refused(List<Refusal> refusals) implements Admission {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
