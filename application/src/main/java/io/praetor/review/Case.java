package io.praetor.review;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.log.RecordKind;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the queue and the statistics need to know of a record: a decision of ours or an imported
 * one.
 *
 * @param effect what was decided; empty where an imported label means nothing
 * @param expected what a suite or the imported test expects
 * @param isReviewedElsewhere whether the database it was imported from had it reviewed
 * @param people whose action it is: the actor, and whoever the actor acts for, where that is known
 */
public record Case(
        RecordId id,
        Hash hash,
        RecordKind kind,
        Instant at,
        Optional<Effect> effect,
        Traits traits,
        Doubt doubt,
        Optional<Effect> expected,
        boolean isReviewedElsewhere,
        Set<String> people) {
    public Case {
        people = Set.copyOf(people);
    }

    /**
     * What cases are told apart by; empty texts where nothing is known.
     *
     * @param team the team of the request, otherwise the policy that decided
     * @param action the action's type
     * @param family the classification, such as {@code production_deploy}
     * @param role the actor's
     * @param path whose evaluation settled it
     */
    public record Traits(
            String version,
            String team,
            RiskLevel tier,
            String action,
            String family,
            String role,
            String environment,
            String path,
            List<ClauseId> clauses) {
        public Traits {
            clauses = List.copyOf(clauses);
        }

        /** Cases of one sort teach the same thing. */
        public String sort() {
            return String.join(" ", action, role, environment).strip().replaceAll(" +", " ");
        }
    }

    /**
     * What speaks against the decision's being certain.
     *
     * @param confidence of the evaluation that settled it, in [0, 1]
     * @param isMismatch whether evaluators came to different effects
     * @param isUnsettled whether a default or a failure decided
     */
    public record Doubt(double confidence, boolean isMismatch, boolean isUnsettled) {}

    /** Whether a suite expected something else. */
    public boolean isIncorrect() {
        return expected.isPresent() && !expected.equals(effect);
    }
}
