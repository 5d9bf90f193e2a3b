package io.praetor.decision;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.PolicySet;
import io.praetor.rules.NearestMiss;
import java.util.List;
import java.util.Objects;

/**
 * Why a decision is what it is, for a person: computed from the decision and its policy alone, so
 * that the same situation explains itself the same way however it was written down.
 *
 * @param frame the R6 frame (seed 000)
 * @param steps what was looked at, in the order role, trust, environment, context
 * @param rationale one to three sentences
 * @param citations the determining clauses with their texts
 * @param nearestMisses what would have had to be different, smallest change first
 */
public record Explanation(
        Frame frame,
        List<String> steps,
        String rationale,
        List<Citation> citations,
        List<NearestMiss> nearestMisses) {
    public Explanation {
        steps = List.copyOf(steps);
        citations = List.copyOf(citations);
        nearestMisses = List.copyOf(nearestMisses);
    }

    /**
     * The six parts of R6: which rules, in which role, requesting what, with reference to which
     * clauses, on which resource, with what result.
     */
    public record Frame(
            List<String> rules,
            String role,
            String request,
            List<String> reference,
            String resource,
            String result) {
        public Frame {
            rules = List.copyOf(rules);
            reference = List.copyOf(reference);
        }
    }

    /** Explains a decision; computes the nearest misses, so keep it off the hot path. */
    public static Explanation of(Decision decision) {
        List<Citation> citations =
                decision.clauses().stream()
                        .map(clause -> citation(clause, decision.policy()))
                        .toList();
        return new Explanation(
                Framing.of(decision),
                Steps.of(decision),
                Rationale.of(decision),
                citations,
                decision.version().rules().nearestMisses(decision.situation()));
    }

    private static Citation citation(ClauseId id, PolicySet policy) {
        Clause clause =
                Objects.requireNonNull(policy.clauses().get(id), "clause of another policy");
        return new Citation(id, clause.text(), clause.tier());
    }
}
