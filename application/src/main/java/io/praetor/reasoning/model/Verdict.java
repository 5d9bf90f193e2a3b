package io.praetor.reasoning.model;

import io.praetor.policy.Evaluation;
import io.praetor.reasoning.CheckedCitations.Dropped;
import java.util.List;

/**
 * What one question came to.
 *
 * @param answer raw text or label scores, as they came; empty where nothing came
 * @param notes what else belongs into the record: scores behind a written answer, a repair
 */
record Verdict(Evaluation evaluation, String answer, String notes, List<Dropped> dropped) {
    Verdict {
        dropped = List.copyOf(dropped);
    }

    static Verdict open(String cause, String answer, String notes) {
        return new Verdict(Evaluation.Indeterminate.because(cause), answer, notes, List.of());
    }
}
