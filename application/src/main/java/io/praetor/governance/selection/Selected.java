package io.praetor.governance.selection;

import io.praetor.governance.FamilyRecord;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.selection.Selection;

/**
 * Which version acts, within which family, and why.
 *
 * @param record of the family, as it was when this was chosen
 * @param cluster of the situation
 * @param regime in effect for the participant
 * @param storeAnswers whether the family is known as of now; where the store does not answer, only
 *     the fallback acts
 */
public record Selected(
        FamilyRecord record,
        Selection selection,
        Cluster cluster,
        Regime regime,
        boolean storeAnswers) {}
