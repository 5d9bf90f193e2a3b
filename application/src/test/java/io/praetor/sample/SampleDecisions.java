package io.praetor.sample;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.CounterSource;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.decision.DecisionRecorder;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.Recording;
import io.praetor.decision.RecordingFailure;
import io.praetor.decision.RefusedRequest;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Admission;
import io.praetor.suite.Answer;
import io.praetor.suite.Outcome;
import io.praetor.suite.Scenario;
import io.praetor.suite.SuiteRun;
import io.praetor.suite.WordCoverage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions under a policy text by the real reader, engine and decision point; rules only. */
final class SampleDecisions {
    /** When a request without a timestamp is received: a Tuesday at noon in Berlin. */
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-10T11:00:00Z"));

    private final RuleEngine rules;

    private SampleDecisions(RuleEngine rules) {
        this.rules = rules;
    }

    static SampleDecisions under(String policyText) {
        return new SampleDecisions(RuleEngine.compile(read(policyText).policy()));
    }

    static PolicyReading.Accepted read(String policyText) {
        PolicySource source = new PolicySource(Shipped.POLICY, policyText);
        return switch (new PolicyReader(new ConditionParser()).read(source)) {
            case PolicyReading.Accepted accepted -> accepted;
            case PolicyReading.Rejected rejected ->
                    throw new AssertionError(rejected.problems().toString());
        };
    }

    PolicySet policy() {
        return rules.policy();
    }

    /** A decision point that counts by {@code counters}; it says that it records, and does not. */
    PolicyDecisionPoint point(CounterSource counters) {
        ActingVersion version = ActingVersion.ofRules("sample", rules);
        return new PolicyDecisionPoint(
                situation -> version,
                new Judge(ConfidenceFloors.DEFAULT, () -> 0),
                counters,
                new Unrecorded(),
                new PolicyDecisionPoint.Origin(
                        () -> new DecisionId(new UUID(0, 0)), CLOCK, RecordingFailure.DENY));
    }

    /** What is decided on each scenario by itself, every counter standing at {@code count}. */
    List<Outcome> outcomes(List<Scenario> scenarios, long count) {
        PolicyDecisionPoint point = point(new StandingCounters(count));
        SuiteRun run =
                new SuiteRun(
                        (scenario, admission) -> () -> answer(point, admission),
                        new WordCoverage(),
                        () -> 0,
                        CLOCK,
                        1);
        return run.run(scenarios, outcome -> {});
    }

    private static Answer answer(PolicyDecisionPoint point, Admission admission) {
        return switch (admission) {
            case Admission.Refused refused -> Answer.refused(refused.refusals(), Optional.empty());
            case Admission.Admitted admitted ->
                    answer(point.decide(admitted.situation()).decision());
        };
    }

    /** With the reasons as explanation: a full one costs a search for nearest misses. */
    private static Answer answer(Decision decision) {
        return new Answer(
                decision.effect(),
                false,
                false,
                decision.path().label(),
                decision.clauses(),
                List.of(),
                decision.confidence(),
                decision.trail().reasoning(),
                String.join("; ", decision.reasons()),
                Optional.empty());
    }

    private static final class Unrecorded implements DecisionRecorder {
        @Override
        public Recording record(Decision decision) {
            return new Recording.Recorded(0, "");
        }

        @Override
        public Recording record(RefusedRequest refused) {
            return new Recording.Recorded(0, "");
        }
    }
}
