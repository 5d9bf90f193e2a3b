package io.praetor.patterns;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recurring kind of situation whose decision reviewers confirmed.
 *
 * @param id by {@link PatternContent}: what it matches and answers
 * @param description for people
 * @param clauses what the decision rests on, most telling first; at least one
 * @param learntUnder the policy version whose rules its members were read by
 * @param digests of the clauses' texts, so that a changed one is noticed
 * @param carriers inputs whose other values reviewers decided otherwise
 */
public record Pattern(
        PatternId id,
        String description,
        MatchingRules matching,
        Effect effect,
        List<ClauseId> clauses,
        String learntUnder,
        Map<ClauseId, String> digests,
        List<String> carriers,
        Evidence evidence,
        Standing standing) {
    public Pattern {
        clauses = List.copyOf(clauses);
        digests = Map.copyOf(digests);
        carriers = List.copyOf(carriers);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a pattern names the clauses it rests on");
        }
    }

    /** Where a pattern stands. */
    public enum State {
        /** Mined or imported; nobody let it answer yet. */
        CANDIDATE,
        ACTIVE,
        /** Contradicted, or its clauses changed: it answers nothing until it is earned anew. */
        SUSPENDED,
        /** Replaced by what was mined later. */
        RETIRED;

        public String label() {
            return Labels.of(this);
        }
    }

    /**
     * What reviewers said of it.
     *
     * @param validations reviews that agreed
     * @param contradictions reviews that did not
     * @param reviews ids of those that agreed, newest first, at most {@link #REVIEWS_MAX}
     */
    public record Evidence(
            int validations, int contradictions, Instant lastValidated, List<String> reviews) {
        /** Enough to judge a pattern by; the rest is found by matching. */
        public static final int REVIEWS_MAX = 500;

        public Evidence {
            reviews = List.copyOf(reviews);
            if (reviews.size() > REVIEWS_MAX) {
                throw new IllegalArgumentException("at most %d reviews".formatted(REVIEWS_MAX));
            }
        }

        /** The bound while nothing has aged. */
        public double confidence() {
            return Bound.of(validations, (double) validations + contradictions);
        }
    }

    /**
     * @param by a person, a review or a policy version
     * @param doubted when it was suspended last: reviews up to here count again for what it covers
     *     only once later ones bear it out
     */
    public record Standing(
            State state, Instant since, String by, String reason, Optional<Instant> doubted) {}

    public boolean isActive() {
        return standing.state() == State.ACTIVE;
    }

    /** The bound from which it may answer. */
    public double needed() {
        return needed(effect, matching.frame().risk());
    }

    public static double needed(Effect effect, RiskLevel risk) {
        return effect == Effect.ALLOW && risk.atLeast(RiskLevel.HIGH)
                ? Bound.ALLOWS_AT_HIGH_RISK
                : Bound.ANSWERS;
    }

    /** One team, or all. */
    public String scope() {
        Constraint team = matching.inputs().get("team");
        return switch (team) {
            case null -> "no team";
            case Constraint.Immaterial _ -> "shared";
            case Constraint.OneOf one when one.values().size() > 1 -> "shared by " + one;
            case Constraint.OneOf one -> one.toString();
        };
    }

    public Pattern under(Standing other) {
        return new Pattern(
                id,
                description,
                matching,
                effect,
                clauses,
                learntUnder,
                digests,
                carriers,
                evidence,
                other);
    }

    public Pattern resting(Evidence other) {
        return new Pattern(
                id,
                description,
                matching,
                effect,
                clauses,
                learntUnder,
                digests,
                carriers,
                other,
                standing);
    }
}
