package io.praetor.sample;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
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
import io.praetor.policy.ClauseId;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Decisions under a policy text by the real reader, engine and decision point; rules only. */
final class SampleDecisions {
    private final RuleEngine rules;

    private SampleDecisions(RuleEngine rules) {
        this.rules = rules;
    }

    /** What was released for a scenario. */
    record Answer(boolean refused, Effect effect, List<String> clauses, List<String> reasons) {}

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

    Answer answer(Case scenario) {
        return switch (scenario.admission()) {
            case Admission.Refused refused ->
                    new Answer(
                            true,
                            Effect.DENY,
                            List.of(),
                            refused.refusals().stream().map(Object::toString).toList());
            case Admission.Admitted admitted ->
                    answer(decide(admitted.situation(), counting(scenario.counts())));
        };
    }

    Decision decide(Situation situation, CounterSource counters) {
        return point(counters).decide(situation).decision();
    }

    PolicyDecisionPoint point(CounterSource counters) {
        ActingVersion version = new ActingVersion("sample", rules, Authority.RULES_ONLY);
        return new PolicyDecisionPoint(
                situation -> version,
                new Judge(ConfidenceFloors.DEFAULT, () -> 0),
                counters,
                new Kept(),
                new PolicyDecisionPoint.Origin(
                        () -> new DecisionId(new UUID(0, 0)),
                        () -> Instant.EPOCH,
                        RecordingFailure.DENY));
    }

    private static Answer answer(Decision decision) {
        List<String> clauses = decision.clauses().stream().map(ClauseId::value).toList();
        return new Answer(false, decision.effect(), clauses, decision.reasons());
    }

    private static CounterSource counting(Map<String, Long> counts) {
        return new CounterSource() {
            @Override
            public OptionalLong count(CounterRule counter, Situation situation) {
                return OptionalLong.of(counts.getOrDefault(counter.name(), 0L));
            }

            @Override
            public void released(CounterRule counter, Situation situation) {}
        };
    }

    /** Keeps nothing and says that it did: these decisions are looked at, not audited. */
    private static final class Kept implements DecisionRecorder {
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
