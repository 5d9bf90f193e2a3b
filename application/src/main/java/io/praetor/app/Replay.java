package io.praetor.app;

import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Decision;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordedDecision;
import io.praetor.policy.PolicySet;
import java.util.Optional;

/**
 * A recorded decision judged again under the policy that made it.
 *
 * @param recorded as the log has it
 * @param judged what comes of it today
 */
public record Replay(Decision recorded, Judgement judged) {

    /** Empty where the situation was erased. */
    public static Optional<Replay> of(DecisionRecord record, PolicySet policy) {
        return RecordedDecision.of(record, policy)
                .map(
                        decision ->
                                new Replay(
                                        decision,
                                        new Judge(ConfidenceFloors.DEFAULT, () -> 0)
                                                .rejudge(
                                                        decision.situation(),
                                                        decision.version(),
                                                        decision.trail())));
    }

    /** Whether effect, clauses and obligations came out as recorded. */
    public boolean isSame() {
        return judged.effect() == recorded.effect()
                && judged.clauses().equals(recorded.clauses())
                && judged.obligations().equals(recorded.obligations());
    }
}
