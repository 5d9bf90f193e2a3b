package io.praetor.app.trial;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.Decision;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.RefusedRequest;
import io.praetor.decision.Released;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.Trial;
import io.praetor.situation.Admission;
import io.praetor.suite.Answer;
import io.praetor.suite.CoverageMeasure;
import io.praetor.suite.Decider;
import io.praetor.suite.DecisionAnswer;
import io.praetor.suite.Marks;
import io.praetor.suite.Scenario;
import java.util.Optional;
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
            Optional<ChainedRecorder> recorder) {
        this.measure = measure;
        this.isRecorded = recorder.isPresent();
        this.decisions =
                recorder.map(it -> TrialPoint.recording(versions, it.judgedBy(this::trial)))
                        .orElseGet(() -> TrialPoint.unrecorded(versions));
    }

    /** Decides and keeps nothing, for nothing that a suite asks is carried out. */
    public static SuiteDecider unrecorded(ActiveVersionSource versions, CoverageMeasure measure) {
        return new SuiteDecider(versions, measure, Optional.empty());
    }

    /** Records every answer with what the scenario expected (seed 003). */
    public static SuiteDecider recorded(
            ActiveVersionSource versions, CoverageMeasure measure, ChainedRecorder recorder) {
        return new SuiteDecider(versions, measure, Optional.of(recorder));
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
}
