package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Condition;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Directory;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation.Attestation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.Obligation.HumanReview;
import io.praetor.policy.Obligation.SecondFactor;
import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.RuleId;
import io.praetor.policy.Samples;
import io.praetor.policy.Section;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.Target;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.TrustSettings;
import io.praetor.policy.TrustTest;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.RiskLevel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static final PolicySet POLICY = Readings.accepted(Samples.sample()).policy();

    @Test
    void theSampleHasNoWarnings() {
        assertThat(Readings.accepted(Samples.sample()).warnings()).isEmpty();
    }

    @Test
    void theHeaderSaysWhichVersionThisIs() {
        assertThat(POLICY.header())
                .isEqualTo(
                        new PolicyHeader(
                                "team-sample",
                                "1.0.0",
                                PolicyHash.of(Optional.empty(), Samples.sample()),
                                Optional.empty(),
                                "First published law of the sample team.",
                                Optional.of("user:olivia")));
    }

    @Test
    void clausesTakeTheirPotencyFromTheTierUnlessTheySayOtherwise() {
        assertThat(POLICY.clauses())
                .hasSize(7)
                .containsEntry(
                        id("read.public"),
                        new Clause(
                                id("read.public"),
                                "Any member may read public material.",
                                RiskLevel.LOW,
                                .05,
                                at(27, 3)))
                .containsEntry(
                        id("deploy.production"),
                        new Clause(
                                id("deploy.production"),
                                "Production takes two.",
                                RiskLevel.CRITICAL,
                                .9,
                                at(29, 3)));
    }

    @Test
    void settingsAreRead() {
        assertThat(POLICY.team())
                .isEqualTo(
                        new TeamSettings(
                                Set.of("team-sample", "team-twin"),
                                Optional.of("Ask before you deploy."),
                                ZoneId.of("Europe/Berlin"),
                                Optional.of(
                                        new TeamSettings.Hours(
                                                Set.of(
                                                        DayOfWeek.MONDAY,
                                                        DayOfWeek.TUESDAY,
                                                        DayOfWeek.WEDNESDAY,
                                                        DayOfWeek.THURSDAY,
                                                        DayOfWeek.FRIDAY),
                                                LocalTime.of(7, 0),
                                                LocalTime.of(20, 0))),
                                .1,
                                List.of("config:deploy/**", "repo:*/.github/workflows/**")));
        assertThat(POLICY.trust())
                .isEqualTo(
                        new TrustSettings(
                                TrustSettings.Aggregate.WEIGHTED,
                                new TrustSettings.Weights(1, 1, 2),
                                .05,
                                .7));
        assertThat(POLICY.approvalExpiry()).isEqualTo(Duration.ofDays(7));
        assertThat(POLICY.chargeAbsentAtp()).isFalse();
    }

    @Test
    void namesAreRead() {
        assertThat(POLICY.families())
                .hasSize(3)
                .containsEntry(
                        "deploy",
                        new ActionFamily("deploy", RiskLevel.HIGH, Set.of("deploy", "release")));
        assertThat(POLICY.counters())
                .containsExactly(
                        new CounterRule(
                                "deploys_last_hour",
                                CounterRule.Per.GROUP,
                                Set.of("deploy", "release"),
                                Duration.ofHours(1)));
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("department", "Payments");
        level.put("level", 3.0);
        assertThat(POLICY.directory())
                .isEqualTo(
                        new Directory(
                                Map.of(
                                        "user:alice",
                                        new Directory.KnownActor(
                                                "user",
                                                List.of("developer"),
                                                new Attributes(level)),
                                        "user:olivia",
                                        new Directory.KnownActor(
                                                "user",
                                                List.of("admin", "deployer"),
                                                Attributes.NONE)),
                                Map.of(
                                        "record:101",
                                        new Directory.KnownResource(
                                                "record",
                                                Attributes.of("owner", "alice")
                                                        .with(
                                                                "tags",
                                                                Arrays.asList(
                                                                        "a", 1.5, true, null))))));
    }

    @Test
    void fallbacksAreRead() {
        assertThat(POLICY.fallbacks())
                .isEqualTo(
                        new Fallbacks(
                                new Fallbacks.Default(Effect.DENY, id("default.deny"), List.of()),
                                Effect.REQUIRE_ATTESTATION,
                                Map.of(
                                        Ambiguity.BORDERLINE_TRUST,
                                        new Fallbacks.Unresolved(
                                                id("trust.borderline"),
                                                Map.of(
                                                        RiskLevel.LOW,
                                                        Effect.REQUIRE_ATTESTATION,
                                                        RiskLevel.MEDIUM,
                                                        Effect.DENY)))));
    }

    @Test
    void lawRulesAreRead() {
        Section law = POLICY.sections().getFirst();
        assertThat(law.combine()).isEqualTo(CombiningAlgorithm.LAW);
        Rule deploy = law.rules().getLast();
        ClauseId clause = id("deploy.approval");
        assertThat(deploy)
                .isEqualTo(
                        new Rule(
                                new RuleId("law.deploy"),
                                clause,
                                new Target(
                                        Set.of("deploy", "release"),
                                        Set.of("admin", "deployer"),
                                        List.of(),
                                        Set.of()),
                                Optional.empty(),
                                Optional.of(new TrustTest.AtLeast(.7)),
                                Effect.ALLOW,
                                List.of(
                                        new Attestation(
                                                clause,
                                                Attester.ADMIN,
                                                2,
                                                Optional.of("The plan."))),
                                deploy.waiver(),
                                5,
                                OptionalInt.empty(),
                                Optional.of("Deploys need an admin's approval."),
                                Optional.of("Watch the canary for ten minutes."),
                                at(63, 9)));
        assertThat(deploy.waiver())
                .hasValueSatisfying(
                        waiver -> {
                            assertThat(waiver.clause()).isEqualTo(id("automation.clean"));
                            check(
                                    waiver.when(),
                                    "actor.kind == \"bot\" && actor.identity.level =="
                                            + " \"exemplary\"",
                                    at(72, 17));
                        });
    }

    @Test
    void matchingRulesAreRead() {
        Rule two = rule(1, 0);
        ClauseId clause = id("deploy.production");
        assertThat(two)
                .isEqualTo(
                        new Rule(
                                new RuleId("ctx.production-two"),
                                clause,
                                new Target(
                                        Set.of("deploy", "release"),
                                        Set.of(),
                                        List.of("env:prod*", "env:production"),
                                        Set.of(ActorKind.AGENT, ActorKind.BOT)),
                                two.when(),
                                Optional.of(new TrustTest.Below(.8)),
                                Effect.REQUIRE_ATTESTATION,
                                List.of(
                                        new Attestation(
                                                clause,
                                                Attester.ADMIN,
                                                2,
                                                Optional.of("The change ticket."))),
                                Optional.empty(),
                                0,
                                OptionalInt.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                at(78, 9)));
        assertThat(two.when())
                .hasValueSatisfying(
                        when ->
                                check(
                                        when,
                                        "size(context.history) > 0 && context.history.exists(h,"
                                                + " h.contains(\"rollback\"))",
                                        at(85, 11)));
        assertThat(rule(1, 1).obligations())
                .containsExactly(new HumanReview(clause, "Many deploys within the hour."));
        assertThat(rule(1, 2).obligations())
                .containsExactly(new SecondFactor(id("session.second-factor")));
        assertThat(rule(2, 0).priority()).hasValue(10);
    }

    @Test
    void equalTextsGiveEqualPolicies() {
        assertThat(Readings.read(Samples.sample())).isEqualTo(Readings.read(Samples.sample()));
    }

    private static void check(Condition condition, String source, SourcePosition position) {
        assertThat(condition.source()).isEqualTo(source);
        assertThat(condition.position()).isEqualTo(position);
    }

    private static Rule rule(int section, int index) {
        return POLICY.sections().get(section).rules().get(index);
    }

    private static ClauseId id(String id) {
        return new ClauseId(id);
    }

    private static SourcePosition at(int line, int column) {
        return new SourcePosition("p.yaml", line, column);
    }
}
