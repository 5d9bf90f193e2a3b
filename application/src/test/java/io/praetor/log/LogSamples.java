package io.praetor.log;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.decision.Discharge;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Path;
import io.praetor.decision.Timing;
import io.praetor.decision.Trail;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.policy.Clause;
import io.praetor.policy.Directory;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicySet;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.TrustSettings;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.CouplingState;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Decisions and their records from a seed, every field now present, now absent. */
public final class LogSamples extends EvaluationSamples {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");

    private static final PolicySet POLICY =
            new PolicySet(
                    new PolicyHeader(
                            "team-default",
                            "1.0.0",
                            "ab".repeat(32),
                            Optional.empty(),
                            "first",
                            Optional.empty()),
                    Map.of(
                            CLAUSE,
                            new Clause(
                                    CLAUSE,
                                    "Deploys need an admin's approval.",
                                    RiskLevel.HIGH,
                                    .7,
                                    new SourcePosition("team.yaml", 1, 1))),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    new Fallbacks(
                            new Fallbacks.Default(Effect.DENY, CLAUSE, List.of()),
                            Effect.DENY,
                            Map.of()),
                    TrustSettings.DEFAULT,
                    new TeamSettings(
                            Set.of(),
                            Optional.empty(),
                            ZoneOffset.UTC,
                            Optional.empty(),
                            .1,
                            List.of()),
                    Directory.EMPTY,
                    List.of(),
                    Duration.ofDays(7),
                    true);

    private long count;

    public LogSamples(RandomGenerator random) {
        super(random);
    }

    public Decision decision() {
        long number = count++;
        Situation situation = situation();
        Effect effect = one(Effect.values());
        return new Decision(
                new DecisionId(new UUID(0x0190_0000_0000_7000L + number, random.nextLong())),
                START.plusMillis(number),
                situation,
                ActingVersion.ofRules("version-" + random.nextInt(2), RuleEngine.compile(POLICY))
                        .under(
                                new Authority(
                                        "live",
                                        EnumSet.of(Evaluator.RULES, one(Evaluator.values())),
                                        Set.of())),
                effect,
                effect.strictest(one(Effect.values())),
                one(RiskLevel.values()),
                "production_deploy",
                one(Path.values()),
                List.of(CLAUSE),
                obligations().stream()
                        .map(
                                asked ->
                                        new Discharge(
                                                "0".repeat(16),
                                                asked,
                                                random.nextBoolean(),
                                                some("user:olivia")))
                        .toList(),
                some("trust .66 is below .70 \u2014 `d\u00e9ploy`\n"),
                random.nextInt(101) / 100.0,
                new Trail(
                        new RuleOutcome(
                                evaluation(),
                                one(RiskLevel.values()),
                                some("actor.trust"),
                                some("watch the canary")),
                        maybe(this::byPattern),
                        maybe(this::opinion)),
                new Timing(random.nextInt(40), random.nextInt(200), random.nextInt(900_000)));
    }

    public DecisionRecord record() {
        return DecisionRecord.of(decision(), maybe(this::trial));
    }

    public List<EncodedRecord> encoded(int count) {
        List<EncodedRecord> encoded = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            encoded.add(RecordCodec.encode(record(), Salt.from(random)));
        }
        return encoded;
    }

    private Trial trial() {
        return new Trial(
                one(Effect.values()),
                random.nextBoolean(),
                maybeNumber(),
                "scenario-" + random.nextInt(9),
                some("attack"));
    }

    private Situation situation() {
        return new Situation(
                maybe(() -> "req-" + random.nextInt(100)),
                new Actor(
                        "user:" + one(new String[] {"ann", "ben", "zo\u00eb"}),
                        one(ActorKind.values()),
                        maybe(() -> "deployer"),
                        new Trust(maybeNumber(), maybeNumber(), maybeNumber()),
                        new Identity(
                                maybe(() -> one(IdentityLevel.values())),
                                maybeNumber(),
                                maybe(() -> one(Trend.values()))),
                        maybeNumber(),
                        attributes()),
                new Action(
                        one(new String[] {"deploy", "read", "write"}),
                        attributes(),
                        maybe(() -> "hot fix \ud83d\ude80")),
                random.nextInt(5) == 0
                        ? Resource.NONE
                        : Resource.of("env:production/payments", attributes()),
                context(),
                START.plusNanos(random.nextLong(1L << 40)));
    }

    private Context context() {
        return new Context(
                maybe(() -> "payments"),
                maybe(() -> "two pairs of eyes"),
                some("rolled back yesterday"),
                maybe(() -> "ship it"),
                maybe(() -> one(RiskLevel.values())),
                maybe(() -> "sev2"),
                maybe(() -> "waiting for olivia"),
                maybe(() -> "s-1"),
                attributes(),
                new Context.CoherenceState(
                        maybeNumber(), maybeNumber(), maybe(() -> one(CouplingState.values()))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Approval(
                                        "user:olivia",
                                        maybe(() -> "admin"),
                                        one(ApprovalKind.values()),
                                        START,
                                        maybe(() -> "feed"))),
                maybe(random::nextBoolean),
                attributes(),
                attributes());
    }

    private Attributes attributes() {
        return switch (random.nextInt(3)) {
            case 0 -> Attributes.NONE;
            case 1 -> Attributes.of("canary", .25).with("none", null).with("a", List.of(1.0, "b"));
            default -> Attributes.of("replicas", 3.0).with("map", Map.of("z", true, "b", Map.of()));
        };
    }
}
