package io.praetor.bench;

import io.praetor.patterns.Constraint;
import io.praetor.patterns.MatchingRules;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternContent;
import io.praetor.patterns.PatternLibrary;
import io.praetor.patterns.Profile;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.life.Ageing;
import io.praetor.patterns.life.ConfirmedPatterns;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** A library of patterns, each learnt from one situation, a few hundred to an action. */
final class ManyPatterns {
    private static final int ACTIONS = 40;
    private static final Instant AT = Instant.parse("2026-03-10T11:00:00Z");
    private static final ClauseId CLAUSE = new ClauseId("any");
    private static final Evaluation OPEN =
            new Evaluation.Applicable(
                    Effect.ALLOW,
                    Set.of(Ambiguity.UNCONSULTED_CONTEXT),
                    List.of(CLAUSE),
                    List.of(),
                    List.of(),
                    List.of(),
                    1);

    private final int patterns;
    private final ProfileReader reader = new ProfileReader(policy());

    ManyPatterns(int patterns) {
        this.patterns = patterns;
    }

    private static PolicySet policy() {
        PolicySource source = new PolicySource("many.yaml", new ManyRules(10).yaml());
        return switch (new PolicyReader(new ConditionParser()).read(source)) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected rejected ->
                    throw new IllegalStateException(rejected.problems().toString());
        };
    }

    PatternLibrary library() {
        List<Pattern> learnt =
                IntStream.range(0, patterns).mapToObj(i -> pattern(situation(i, i))).toList();
        return new ConfirmedPatterns(reader, learnt, Ageing.DEFAULT);
    }

    /** Every other one is on a resource that no pattern knows. */
    List<Situation> situations(int count) {
        return IntStream.range(0, count)
                .map(i -> i * 37 % patterns)
                .mapToObj(i -> situation(i, i % 2 == 0 ? i : i + patterns))
                .toList();
    }

    Evaluation byRules() {
        return OPEN;
    }

    private static Situation situation(int of, int resource) {
        return new Situation(
                Optional.empty(),
                new Actor(
                        "user:member" + of % 60,
                        ActorKind.HUMAN,
                        Optional.of("developer"),
                        Trust.of(.9, .85, .8),
                        Identity.UNKNOWN,
                        OptionalDouble.empty(),
                        Attributes.NONE),
                new Action(
                        "act-" + of % ACTIONS,
                        Attributes.NONE,
                        Optional.of(
                                "rename the %s column of the weekly report for the partners, wished"
                                                .formatted(word(of))
                                        + " by ana, ticket 4711")),
                Resource.of("repo:" + word(resource)),
                Context.NONE,
                AT);
    }

    /** Letters alone: digits count as one sign. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private Pattern pattern(Situation member) {
        Profile profile = reader.read(member, OPEN, RiskLevel.MEDIUM);
        Map<String, Constraint> inputs = new HashMap<>();
        profile.inputs()
                .forEach((name, value) -> inputs.put(name, new Constraint.OneOf(Set.of(value))));
        inputs.put(Profile.ACTOR, new Constraint.Immaterial(Set.of(), 5, 40));
        MatchingRules matching =
                new MatchingRules("many-rules", profile.frame(), inputs, profile.text(), 2);
        return new Pattern(
                PatternContent.id(matching, Effect.ALLOW, List.of(CLAUSE)),
                "one of many",
                matching,
                Effect.ALLOW,
                List.of(CLAUSE),
                "1.0.0",
                Map.of(),
                List.of(),
                new Pattern.Evidence(60, 0, AT, List.of("review")),
                new Pattern.Standing(
                        Pattern.State.ACTIVE, AT, "bench", "measured", Optional.empty()));
    }
}
