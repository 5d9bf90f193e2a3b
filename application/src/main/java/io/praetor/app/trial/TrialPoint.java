package io.praetor.app.trial;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.CounterSource;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionRecorder;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.PolicyDecisionPoint.Origin;
import io.praetor.decision.Recording;
import io.praetor.decision.RecordingFailure;
import io.praetor.decision.RefusedRequest;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.policy.CounterRule;
import io.praetor.situation.Situation;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Decision points before which nobody has done anything: counters stand at zero. */
final class TrialPoint {
    private TrialPoint() {}

    static PolicyDecisionPoint recording(ActiveVersionSource versions, DecisionRecorder recorder) {
        InstantSource clock = InstantSource.system();
        return new PolicyDecisionPoint(
                versions,
                judge(),
                new NothingBefore(),
                recorder,
                new Origin(
                        new TimeOrderedIds(clock, new SecureRandom()),
                        clock,
                        RecordingFailure.DENY));
    }

    /** Keeps nothing, for nothing that it answers is carried out. */
    static PolicyDecisionPoint unrecorded(ActiveVersionSource versions) {
        return recording(versions, new KeptNowhere());
    }

    static Judge judge() {
        return new Judge(ConfidenceFloors.DEFAULT, System::nanoTime);
    }

    private record NothingBefore() implements CounterSource {
        @Override
        public OptionalLong count(CounterRule counter, Situation situation) {
            return OptionalLong.of(0);
        }

        @Override
        public void released(CounterRule counter, Situation situation) {}
    }

    private record KeptNowhere() implements DecisionRecorder {
        private static final Recording NO_PLACE = new Recording.Recorded(0, "");

        @Override
        public Recording record(Decision decision) {
            return NO_PLACE;
        }

        @Override
        public Recording record(RefusedRequest refused) {
            return NO_PLACE;
        }
    }
}
