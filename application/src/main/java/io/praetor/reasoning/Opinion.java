package io.praetor.reasoning;

import io.praetor.policy.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * A reasoner's answer with everything needed to audit and replay it.
 *
 * @param passages ids of the passages that were retrieved
 * @param observed ids of the records of the actor's past that were looked at
 * @param exchange what was said to and by a language model, where one was asked
 * @param dropped references that did not hold; each is a safety flag
 */
public record Opinion(
        Evaluation evaluation,
        Adviser adviser,
        List<String> passages,
        List<String> observed,
        Optional<Exchange> exchange,
        List<CheckedCitations.Dropped> dropped) {
    public Opinion {
        passages = List.copyOf(passages);
        observed = List.copyOf(observed);
        dropped = List.copyOf(dropped);
    }

    /**
     * Who answered.
     *
     * @param name such as {@code precedent}, or a model's name
     * @param version of the reasoner with its prompt, model and settings
     * @param isLanguageModel false for the precedent reasoner, which must never be taken for one
     */
    public record Adviser(String name, String version, boolean isLanguageModel) {}

    /**
     * One exchange with a language model.
     *
     * @param promptHash lower-case hex SHA-256 of the prompt
     * @param answer the raw text, or the label scores, as they came
     * @param decoding mode, temperature, seed and limits
     */
    public record Exchange(String promptHash, String answer, String decoding) {}
}
