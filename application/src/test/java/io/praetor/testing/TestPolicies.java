package io.praetor.testing;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.ConditionReading;
import io.praetor.policy.Directory;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.TrustSettings;
import io.praetor.situation.Attributes;
import io.praetor.situation.RiskLevel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Policy sets made in code around the sections that a test is about. */
public final class TestPolicies {
    public static final SourcePosition NOWHERE = new SourcePosition("test.yaml", 1, 1);
    public static final ConditionParser PARSER = new ConditionParser();

    private TestPolicies() {}

    /** A condition that a test takes to be right. */
    public static Condition condition(String text) {
        return switch (PARSER.parse(text, NOWHERE)) {
            case ConditionReading.Accepted accepted -> accepted.condition();
            case ConditionReading.Rejected rejected ->
                    throw new IllegalArgumentException(text + ": " + rejected.problems());
        };
    }

    /** Families, office hours in Berlin, two known actors; charges absent ATP. */
    public static PolicySet of(List<Section> sections) {
        return of(sections, TrustSettings.DEFAULT, true);
    }

    public static PolicySet of(List<Section> sections, TrustSettings trust, boolean chargeAbsent) {
        return new PolicySet(
                new PolicyHeader("test", "1", "00", Optional.empty(), "", Optional.empty()),
                clausesOf(sections),
                Map.of(),
                families(),
                sections,
                new Fallbacks(
                        new Fallbacks.Default(Effect.DENY, new ClauseId("default.deny"), List.of()),
                        Effect.DENY,
                        Map.of()),
                trust,
                team(),
                directory(),
                List.of(),
                Duration.ofDays(7),
                chargeAbsent);
    }

    private static Map<ClauseId, Clause> clausesOf(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.rules().stream())
                .map(Rule::clause)
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id -> new Clause(id, "Text of " + id, RiskLevel.LOW, .1, NOWHERE)));
    }

    private static Map<String, ActionFamily> families() {
        return Map.of(
                "read", new ActionFamily("read", RiskLevel.LOW, Set.of("read")),
                "write", new ActionFamily("write", RiskLevel.MEDIUM, Set.of("write", "commit")),
                "deploy", new ActionFamily("deploy", RiskLevel.HIGH, Set.of("deploy")),
                "admin", new ActionFamily("admin", RiskLevel.CRITICAL, Set.of("delete_team")));
    }

    private static TeamSettings team() {
        return new TeamSettings(
                Set.of(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                Optional.of(
                        new TeamSettings.Hours(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(7, 0),
                                LocalTime.of(20, 0))),
                .1,
                List.of("config:deploy/**", "repo:*/.github/workflows/**"));
    }

    private static Directory directory() {
        return new Directory(
                Map.of(
                        "user:alice",
                        new Directory.KnownActor(
                                "user", List.of("developer", "admin"), Attributes.NONE),
                        "bot:ci",
                        new Directory.KnownActor("bot", List.of(), Attributes.NONE)),
                Map.of());
    }
}
