package io.praetor.policy;

import io.praetor.situation.Labels;
import java.util.Optional;

/** What must be fulfilled before an action that is held back may go on. */
public sealed interface Obligation {
    /** The clause that asks for it. */
    ClauseId clause();

    /** The effect that stands while this is open. */
    Effect effect();

    /** What is asked for, as a lower-case fragment: {@code 2 admin approvals}. */
    String ask();

    /** A second factor for this session. */
    record SecondFactor(ClauseId clause) implements Obligation {
        @Override
        public Effect effect() {
            return Effect.REQUIRE_MFA;
        }

        @Override
        public String ask() {
            return "a second factor";
        }
    }

    /**
     * Approvals by persons other than the actor.
     *
     * @param count how many different persons, at least 1
     * @param evidence what the attester is asked to look at
     */
    record Attestation(ClauseId clause, Attester by, int count, Optional<String> evidence)
            implements Obligation {
        @Override
        public Effect effect() {
            return Effect.REQUIRE_ATTESTATION;
        }

        @Override
        public String ask() {
            return count == 1
                    ? "one %s approval".formatted(by.label())
                    : "%d %s approvals".formatted(count, by.label());
        }
    }

    /**
     * A person has to look at it: something could not be evaluated. Met only by an approval that
     * names this very obligation, so by somebody who was shown it.
     */
    record HumanReview(ClauseId clause, String why) implements Obligation {
        @Override
        public Effect effect() {
            return Effect.REQUIRE_ATTESTATION;
        }

        @Override
        public String ask() {
            return "a person who looks at why (%s)".formatted(why);
        }
    }

    /** Whose approval counts. */
    enum Attester {
        /** Anybody who may approve. */
        PEER,
        ADMIN;

        public String label() {
            return Labels.of(this);
        }
    }
}
