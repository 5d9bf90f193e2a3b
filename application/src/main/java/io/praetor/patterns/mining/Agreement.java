package io.praetor.patterns.mining;

import io.praetor.patterns.Bound;
import io.praetor.patterns.Constraint;
import io.praetor.patterns.MatchingRules;
import io.praetor.patterns.Pattern.Evidence;
import io.praetor.policy.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How confirmations stand to a pattern.
 *
 * @param agreeing those it covers and agrees with, in the order they were given
 * @param against how many contradict it; an actor or a resource that it excepts does so all the
 *     same
 */
public record Agreement(List<Confirmation> agreeing, int against) {
    public Agreement {
        agreeing = List.copyOf(agreeing);
    }

    static Agreement of(MatchingRules matching, Effect effect, List<Confirmation> rows) {
        MatchingRules wide = withoutExceptions(matching);
        List<Confirmation> agreeing = new ArrayList<>();
        int against = 0;
        for (Confirmation row : rows) {
            if (row.agreesWith(effect) && matching.matches(row.profile())) {
                agreeing.add(row);
            } else if (!row.agreesWith(effect) && wide.matches(row.profile())) {
                against++;
            }
        }
        return new Agreement(agreeing, against);
    }

    private static MatchingRules withoutExceptions(MatchingRules matching) {
        Map<String, Constraint> inputs = new HashMap<>();
        matching.inputs().forEach((name, constraint) -> inputs.put(name, wide(constraint)));
        return new MatchingRules(
                matching.policy(),
                matching.frame(),
                inputs,
                matching.words(),
                matching.unseenMax());
    }

    private static Constraint wide(Constraint constraint) {
        return switch (constraint) {
            case Constraint.OneOf one -> one;
            case Constraint.Immaterial any ->
                    new Constraint.Immaterial(Set.of(), any.seen(), any.beside());
        };
    }

    public double bound() {
        return Bound.of(agreeing.size(), (double) agreeing.size() + against);
    }

    /** 1 where there is nothing to go by. */
    double share() {
        int total = agreeing.size() + against;
        return total == 0 ? 1 : (double) agreeing.size() / total;
    }

    Agreement and(Agreement later) {
        List<Confirmation> both = new ArrayList<>(agreeing);
        both.addAll(later.agreeing);
        return new Agreement(both, against + later.against);
    }

    /** The evidence of a pattern that somebody agrees with. */
    public Evidence evidence() {
        List<Confirmation> oldestFirst =
                agreeing.stream().sorted(Confirmation.OLDEST_FIRST).toList();
        return new Evidence(
                agreeing.size(),
                against,
                oldestFirst.getLast().at(),
                oldestFirst.reversed().stream()
                        .limit(Evidence.REVIEWS_MAX)
                        .map(Confirmation::review)
                        .toList());
    }
}
