package io.praetor.reasoning.prompt;

import java.util.Map;
import java.util.Optional;

/**
 * What a prompt's author says of it.
 *
 * @param version counts up with each change, for people; the content hash tells versions apart
 * @param purpose what it is for
 * @param change what is new, and why it should be better
 * @param parent the variant it was made from
 * @param mode how its answers are come by where the operator does not say
 * @param lead the beginning of an answer behind which the decision's label comes
 * @param scores measured figures by suite and model; empty where nobody has measured it
 */
public record PromptManifest(
        String version,
        String purpose,
        String change,
        Optional<String> parent,
        AnswerMode mode,
        SituationForm situation,
        String lead,
        Map<String, String> scores) {
    /** The beginning of an object of the output contract. */
    public static final String LEAD = "{\"decision\":\"";

    public PromptManifest {
        scores = Map.copyOf(scores);
    }
}
