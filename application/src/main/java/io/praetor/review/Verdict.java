package io.praetor.review;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Optional;

/** What a reviewer says of a record: it stands, or which parts of it are wrong. */
public sealed interface Verdict {
    Verdict ACCEPTED = new Accepted();

    /** Everything about the record stands. */
    record Accepted() implements Verdict {
        @Override
        public Effect effectAfter(Effect decided) {
            return decided;
        }
    }

    /**
     * At least one part is wrong; what is absent stands.
     *
     * @param reasoning the reasoning as it should read
     * @param citations every clause that should have been cited
     * @param kind in which way it was wrong
     */
    record Corrected(
            Optional<Effect> decision,
            Optional<String> reasoning,
            Optional<String> classification,
            Optional<RiskLevel> risk,
            Optional<List<ClauseId>> citations,
            Optional<Disagreement> kind)
            implements Verdict {
        public Corrected {
            citations = citations.map(List::copyOf);
            if (decision.isEmpty()
                    && reasoning.isEmpty()
                    && classification.isEmpty()
                    && risk.isEmpty()
                    && citations.isEmpty()
                    && kind.isEmpty()) {
                throw new IllegalArgumentException("a correction says what is wrong");
            }
        }

        @Override
        public Effect effectAfter(Effect decided) {
            return decision.orElse(decided);
        }
    }

    /** The effect that this verdict confirms or puts in place of the decided one. */
    Effect effectAfter(Effect decided);
}
