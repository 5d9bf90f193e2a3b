package io.praetor.app;

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
import io.praetor.decision.Released;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.Trial;
import io.praetor.policy.CounterRule;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.suite.Answer;
import io.praetor.suite.CoverageMeasure;
import io.praetor.suite.Decider;
import io.praetor.suite.DecisionAnswer;
import io.praetor.suite.Marks;
import io.praetor.suite.Scenario;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The decision point as suites ask it: every scenario stands for itself, nobody has done anything
 * before it. One scenario at a time.
 */
public final class SuiteDecider implements Decider {
    private final CoverageMeasure measure;
    private final boolean isRecorded;
    private final PolicyDecisionPoint decisions;
    private Optional<Scenario> asked = Optional.empty();

    private SuiteDecider(
            ActiveVersionSource versions,
            CoverageMeasure measure,
            boolean isRecorded,
            Function<Function<Decision, Trial>, DecisionRecorder> recorder) {
        InstantSource clock = InstantSource.system();
        this.measure = measure;
        this.isRecorded = isRecorded;
        this.decisions =
                new PolicyDecisionPoint(
                        versions,
                        new Judge(ConfidenceFloors.DEFAULT, System::nanoTime),
                        new NothingBefore(),
                        recorder.apply(this::trial),
                        new Origin(
                                new TimeOrderedIds(clock, new SecureRandom()),
                                clock,
                                RecordingFailure.DENY));
    }

    /** Decides and keeps nothing, for nothing that a suite asks is carried out. */
    public static SuiteDecider unrecorded(ActiveVersionSource versions, CoverageMeasure measure) {
        return new SuiteDecider(versions, measure, false, _ -> new KeptNowhere());
    }

    /** Records every answer with what the scenario expected (seed 003). */
    public static SuiteDecider recorded(
            ActiveVersionSource versions, CoverageMeasure measure, ChainedRecorder recorder) {
        return new SuiteDecider(versions, measure, true, recorder::judgedBy);
    }

    @Override
    public Supplier<Answer> decide(Scenario scenario, Admission admission) {
        asked = Optional.of(scenario);
        return switch (admission) {
            case Admission.Admitted admitted -> {
                Released released = decisions.decide(admitted.situation());
                yield () -> DecisionAnswer.of(released.decision(), isRecorded);
            }
            case Admission.Refused refused -> {
                RefusedRequest kept = decisions.refuse(refused.refusals());
                yield () ->
                        Answer.refused(
                                refused.refusals(),
                                isRecorded ? Optional.of(kept.id().toString()) : Optional.empty());
            }
        };
    }

    private Trial trial(Decision decision) {
        Scenario scenario = asked.orElseThrow();
        Marks marks = Marks.of(scenario, DecisionAnswer.of(decision, isRecorded), measure);
        return new Trial(
                scenario.expected(),
                marks.isRight(),
                marks.coverage(),
                scenario.id(),
                scenario.tags());
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
