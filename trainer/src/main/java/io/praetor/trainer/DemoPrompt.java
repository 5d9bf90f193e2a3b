package io.praetor.trainer;

import io.praetor.policy.Effect;
import io.praetor.trainer.corpus.DemoCase;
import io.praetor.trainer.text.Tokenizer;
import io.praetor.trainer.text.Vocabulary.Control;
import io.praetor.trainer.training.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the demo model is asked and answers: the texts of {@code prompts/demo/}, word for word.
 *
 * @param system {@code system.txt}
 */
record DemoPrompt(Tokenizer tokenizer, String system) {
    /** The beginning of an answer, behind which the label comes. */
    static final String LEAD = "{\"decision\":\"";

    static final String REST = "\"}";

    /** A prompt with the whole answer; only the answer is learnt. */
    Example example(DemoCase each) {
        List<Integer> answer =
                new ArrayList<>(tokenizer.encode(LEAD + each.effect().label() + REST));
        answer.add(tokenizer.vocabulary().id(Control.END));
        return new Example(tokenizer.encodeChat(system, each.lines()), answer);
    }

    /** Throws where the vocabulary does not tell the labels by one token each. */
    DemoPrompt withLabelsTold() {
        List<List<Integer>> labels =
                Arrays.stream(Effect.values())
                        .map(effect -> tokenizer.encode(effect.label()))
                        .toList();
        boolean areTold =
                labels.stream().map(List::size).toList().equals(List.of(1, 2, 2, 1))
                        && labels.get(1).getFirst().equals(labels.get(2).getFirst());
        if (!areTold) {
            throw new IllegalStateException(
                    "the labels are no single tokens, with one for `require`: " + labels);
        }
        return this;
    }
}
