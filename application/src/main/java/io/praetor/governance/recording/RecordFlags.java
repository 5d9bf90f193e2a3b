package io.praetor.governance.recording;

import io.praetor.decision.Evaluator;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.Particulars;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Opinion;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The safety flags that a record of a decision shows by itself, whoever reviews it. */
final class RecordFlags {
    private RecordFlags() {}

    /** None where nobody reasoned, or the personal parts were erased. */
    static Set<SafetyFlag> of(DecisionRecord record) {
        Set<SafetyFlag> flags = EnumSet.noneOf(SafetyFlag.class);
        Optional<Opinion> said =
                record.particulars().map(Particulars::trail).flatMap(trail -> trail.reasoning());
        if (said.isEmpty()) {
            return flags;
        }
        if (!said.get().dropped().isEmpty()) {
            flags.add(SafetyFlag.UNKNOWN_CITATION);
        }
        if (said.get().evaluation() instanceof Indeterminate open) {
            if (open.cause().contains(Unreadable.SAID)
                    || open.cause().contains(Failure.GARBAGE.prefix())) {
                flags.add(SafetyFlag.UNREADABLE_ANSWER);
            }
            if (open.cause().contains(Failure.TIMEOUT.prefix())
                    && record.binding().contains(Evaluator.REASONING)) {
                flags.add(SafetyFlag.ENFORCED_TIMEOUT);
            }
        }
        return flags;
    }
}
