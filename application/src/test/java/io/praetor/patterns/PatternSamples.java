package io.praetor.patterns;

import io.praetor.patterns.Pattern.Evidence;
import io.praetor.patterns.Pattern.Standing;
import io.praetor.patterns.Pattern.State;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import io.praetor.testing.Chance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Patterns and profiles from a seed, few enough values that many of them meet. */
public final class PatternSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> NAMES =
            List.of("actor", "resource", "role", "hours", "signal.load");
    private static final List<String> VALUES = List.of("one", "two", "three", Profile.NONE);

    private PatternSamples() {}

    public static Profile profile(Chance chance) {
        Map<String, String> inputs = new HashMap<>();
        for (String name : NAMES) {
            if (!chance.in(3)) {
                inputs.put(name, chance.oneOf(VALUES));
            }
        }
        return new Profile(frame(chance), inputs, words(chance));
    }

    /** Active, with the evidence of a hundred reviews. */
    public static Pattern pattern(Chance chance) {
        Map<String, Constraint> inputs = new HashMap<>();
        for (String name : NAMES) {
            if (!chance.in(4)) {
                inputs.put(name, constraint(chance));
            }
        }
        MatchingRules matching =
                new MatchingRules(
                        "team-default", frame(chance), inputs, words(chance), chance.below(4));
        Effect effect = chance.oneOf(Effect.values());
        List<ClauseId> clauses = List.of(new ClauseId("read.public"));
        return new Pattern(
                PatternContent.id(matching, effect, clauses),
                "a sample",
                matching,
                effect,
                clauses,
                "1.0.0 00",
                Map.of(clauses.getFirst(), "00"),
                List.of("hours"),
                new Evidence(100, 2, AT, List.of("review-2", "review-1")),
                new Standing(State.ACTIVE, AT, "user:olivia", "it holds", Optional.of(AT)));
    }

    private static Constraint constraint(Chance chance) {
        Set<String> some = Set.copyOf(chance.some(2, () -> chance.oneOf(VALUES)));
        return some.isEmpty() || chance.in(2)
                ? new Constraint.Immaterial(some, 3, 20)
                : new Constraint.OneOf(some);
    }

    private static Frame frame(Chance chance) {
        return new Frame(chance.oneOf("read", "write"), "allow", RiskLevel.LOW, "details");
    }

    private static Shingles words(Chance chance) {
        return Shingles.of(
                chance.some(6, () -> (long) chance.below(12)).stream()
                        .mapToLong(Long::longValue)
                        .toArray());
    }
}
