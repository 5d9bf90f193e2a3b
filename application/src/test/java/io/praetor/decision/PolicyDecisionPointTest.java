package io.praetor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Directory;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicySet;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.TrustSettings;
import io.praetor.rules.RuleEngine;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Judge, record, then release: under a policy whose default allows, so that it shows. */
class PolicyDecisionPointTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final ClauseId OPEN = new ClauseId("default.open");
    private static final CounterRule READS =
            new CounterRule("reads", CounterRule.Per.ACTOR, Set.of("read"), Duration.ofHours(1));
    private static final Situation READ =
            new Situation(
                    Optional.empty(),
                    new Actor(
                            "user:ann",
                            ActorKind.HUMAN,
                            Optional.empty(),
                            Trust.UNKNOWN,
                            Identity.UNKNOWN,
                            OptionalDouble.empty(),
                            Attributes.NONE),
                    new Action("read", Attributes.NONE, Optional.empty()),
                    Resource.NONE,
                    Context.NONE.withCounters(Attributes.of("claimed", 9.0)),
                    AT);

    private final List<Situation> counted = new ArrayList<>();
    private final List<Decision> recorded = new ArrayList<>();

    private static ActingVersion openPolicy() {
        Clause clause =
                new Clause(
                        OPEN,
                        "Whatever no rule covers is open here.",
                        RiskLevel.LOW,
                        .1,
                        new SourcePosition("test", 1, 1));
        PolicySet policy =
                new PolicySet(
                        new PolicyHeader(
                                "open", "1", "00", Optional.empty(), "test", Optional.empty()),
                        Map.of(OPEN, clause),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        new Fallbacks(
                                new Fallbacks.Default(Effect.ALLOW, OPEN, List.of()),
                                Effect.ALLOW,
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
                        List.of(READS),
                        Duration.ofDays(7),
                        true);
        return ActingVersion.ofRules("v", RuleEngine.compile(policy));
    }

    private PolicyDecisionPoint decisionPoint(Recording recording, RecordingFailure onFailure) {
        DecisionRecorder recorder =
                new DecisionRecorder() {
                    @Override
                    public Recording record(Decision decision) {
                        recorded.add(decision);
                        return recording;
                    }

                    @Override
                    public Recording record(RefusedRequest refused) {
                        return recording;
                    }
                };
        CounterSource counters =
                new CounterSource() {
                    @Override
                    public OptionalLong count(CounterRule counter, Situation situation) {
                        return OptionalLong.of(3);
                    }

                    @Override
                    public void released(CounterRule counter, Situation situation) {
                        counted.add(situation);
                    }
                };
        return new PolicyDecisionPoint(
                _ -> openPolicy(),
                new Judge(ConfidenceFloors.DEFAULT, () -> 0),
                counters,
                recorder,
                new PolicyDecisionPoint.Origin(
                        () -> new DecisionId(new UUID(0x7000, 1)),
                        InstantSource.fixed(AT),
                        onFailure));
    }

    @Test
    void releasesWhatWasRecorded() {
        Released released =
                decisionPoint(new Recording.Recorded(0, "ab"), RecordingFailure.DENY).decide(READ);
        assertThat(released.decision().effect()).isEqualTo(Effect.ALLOW);
        assertThat(recorded).containsExactly(released.decision());
    }

    @Test
    void notRecordedNotReleased() {
        Released released =
                decisionPoint(new Recording.NotRecorded("disk is full"), RecordingFailure.DENY)
                        .decide(READ);
        assertThat(released.decision().effect()).isEqualTo(Effect.DENY);
        assertThat(released.decision().reasons())
                .first()
                .isEqualTo("not recorded, so not released: disk is full");
        assertThat(released.decision().clauses()).containsExactly(OPEN);
        assertThat(counted).isEmpty();
    }

    @Test
    void operatorMayChooseAnAnswerWithoutARecord() {
        Released released =
                decisionPoint(new Recording.NotRecorded("disk is full"), RecordingFailure.ANSWER)
                        .decide(READ);
        assertThat(released.decision().effect()).isEqualTo(Effect.ALLOW);
        assertThat(released.decision().reasons())
                .first()
                .isEqualTo("released without a record: disk is full");
    }

    @Test
    void countsAreOursNotTheCallers() {
        Released released =
                decisionPoint(new Recording.Recorded(0, "ab"), RecordingFailure.DENY).decide(READ);
        assertThat(released.decision().situation().context().counters())
                .isEqualTo(Attributes.of("reads", 3.0));
        assertThat(counted).hasSize(1);
    }

    @Test
    void judgingRecordsAndCountsNothing() {
        Judgement judgement =
                decisionPoint(new Recording.Recorded(0, "ab"), RecordingFailure.DENY).judge(READ);
        assertThat(judgement.effect()).isEqualTo(Effect.ALLOW);
        assertThat(recorded).isEmpty();
        assertThat(counted).isEmpty();
    }
}
