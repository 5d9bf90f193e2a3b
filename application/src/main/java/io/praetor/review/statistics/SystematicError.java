package io.praetor.review.statistics;

import io.praetor.log.RecordId;
import io.praetor.review.Estimate;
import java.util.List;

/**
 * Cases with something in common that are corrected more often than others.
 *
 * @param features what they have in common, such as {@code clause deploy.production}; one or two
 * @param rate share of them that was corrected
 * @param base share of all reviewed cases that was corrected
 * @param chance that so many corrections come about at the base rate
 * @param earlier the rate among the older half of them
 * @param later the rate among the newer half
 * @param examples some of the corrected cases, newest first
 */
public record SystematicError(
        List<String> features,
        long corrections,
        Estimate rate,
        double base,
        double chance,
        Estimate earlier,
        Estimate later,
        List<RecordId> examples) {
    public SystematicError {
        features = List.copyOf(features);
        examples = List.copyOf(examples);
    }
}
