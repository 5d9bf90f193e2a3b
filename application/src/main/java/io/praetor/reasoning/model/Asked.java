package io.praetor.reasoning.model;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.prompt.Built.Fits;
import io.praetor.retrieval.Passages;
import java.util.List;
import java.util.Set;

/**
 * One question on its way: what was put to whom, and until when an answer counts.
 *
 * @param name the model's
 */
record Asked(
        LanguageModel model,
        String name,
        Question question,
        Passages passages,
        Fits fits,
        Deadline deadline,
        Settings settings) {

    Applicable answer(Effect effect, List<ClauseId> clauses, Bearing bearing, Said said) {
        return new Applicable(
                effect,
                Set.of(),
                clauses,
                List.of(),
                bearing.obligations(effect, clauses),
                List.of(said.reason()),
                settings.calibration().of(said.score()));
    }

    /**
     * @param score the model's own belief, in [0, 1]
     */
    record Said(String reason, double score) {}
}
