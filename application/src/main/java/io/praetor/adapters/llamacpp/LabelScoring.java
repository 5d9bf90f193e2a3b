package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LabelScores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores labels after a prompt that was evaluated: one more evaluation tells all that share no more
 * than the prompt, none where each label is one token.
 */
final class LabelScoring {
    /** How many tokens of a batch may ask what follows: what a large vocabulary lets fit. */
    static final int OUTPUTS_MAX = 32;

    private final NativeContext context;

    LabelScoring(NativeContext context) {
        this.context = context;
    }

    /**
     * @param position behind the prompt
     */
    LabelScores score(LabelTrie labels, int position, Deadline deadline) {
        Map<LabelTrie.Node, Logits> after = new HashMap<>();
        after.put(labels.root(), Logits.of(context.logits(-1)));
        for (int branch = 1; branch <= labels.branches(); branch++) {
            context.branch(branch);
        }
        List<LabelTrie.Node> inner = labels.inner();
        for (int from = 0; from < inner.size(); from += OUTPUTS_MAX) {
            List<LabelTrie.Node> some =
                    inner.subList(from, Math.min(from + OUTPUTS_MAX, inner.size()));
            TokenBatch batch = context.batch();
            some.forEach(
                    node ->
                            batch.add(
                                    node.token(),
                                    position + node.depth() - 1,
                                    true,
                                    node.sequences()));
            context.evaluate(batch, deadline);
            for (int index = 0; index < some.size(); index++) {
                after.put(some.get(index), Logits.of(context.logits(index)));
            }
        }
        for (int branch = 1; branch <= labels.branches(); branch++) {
            context.drop(branch);
        }
        deadline.check();
        return labels.scores(after);
    }
}
