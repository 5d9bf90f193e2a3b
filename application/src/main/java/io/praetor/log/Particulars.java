package io.praetor.log;

import io.praetor.decision.Discharge;
import io.praetor.decision.Trail;
import io.praetor.situation.Situation;
import java.util.List;

/**
 * What a decision record says about persons: the part that deletion for law's sake takes away.
 *
 * @param reasons lower-case fragments, most telling first
 */
public record Particulars(
        Situation situation, List<String> reasons, List<Discharge> obligations, Trail trail) {
    public Particulars {
        reasons = List.copyOf(reasons);
        obligations = List.copyOf(obligations);
    }
}
