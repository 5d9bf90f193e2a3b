package io.praetor.adapters.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.praetor.reasoning.LabelScores;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTrieTest {
    private static final float HALF = (float) Math.log(.5);
    private static final float QUARTER = (float) Math.log(.25);

    /** Token 0 at one half, tokens 1 and 2 at a quarter each. */
    private static final Logits AFTER = Logits.of(new float[] {HALF, QUARTER, QUARTER});

    @Test
    void multipliesAlongThePath() {
        assertThat(probabilities(Map.of("a", List.of(0, 1, 0), "b", List.of(2))))
                .containsEntry("a", .0625)
                .containsEntry("b", .25);
    }

    @Test
    void aLabelThatBeginsAnotherDoesNotGetItsShare() {
        Map<String, Double> found =
                probabilities(
                        Map.of("a", List.of(0), "ab", List.of(0, 1), "abc", List.of(0, 1, 0)));
        assertThat(found.get("abc")).isCloseTo(.0625, within(1e-6));
        assertThat(found.get("ab")).isCloseTo(.125 - .0625, within(1e-6));
        assertThat(found.get("a")).isCloseTo(.5 - .125, within(1e-6));
    }

    @Test
    void asksOncePerSharedBeginning() {
        var trie =
                new LabelTrie(
                        ordered("x", List.of(0, 1, 2), "y", List.of(0, 1, 1), "z", List.of(0, 2)));
        assertThat(trie.inner().stream().map(LabelTrie.Node::depth)).containsExactly(1, 2);
        assertThat(trie.branches()).isEqualTo(1);
    }

    @Test
    void keepsTheOrderOfTheLabels() {
        assertThat(scores(ordered("z", List.of(2), "a", List.of(0))).logProbabilities().keySet())
                .containsExactly("z", "a");
    }

    @Test
    void refusesLabelsThatCannotBeToldApart() {
        assertThatThrownBy(() -> new LabelTrie(ordered("a", List.of(0), "b", List.of(0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LabelTrie(ordered("a", List.of(0), "b", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, List<Integer>> ordered(Object... labels) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (int index = 0; index < labels.length; index += 2) {
            List<Integer> tokens =
                    ((List<?>) labels[index + 1]).stream().map(Integer.class::cast).toList();
            found.put((String) labels[index], tokens);
        }
        return found;
    }

    private static LabelScores scores(Map<String, List<Integer>> labels) {
        var trie = new LabelTrie(labels);
        Map<LabelTrie.Node, Logits> after = new HashMap<>();
        after.put(trie.root(), AFTER);
        trie.inner().forEach(node -> after.put(node, AFTER));
        return trie.scores(after);
    }

    private static Map<String, Double> probabilities(Map<String, List<Integer>> labels) {
        Map<String, Double> found = new LinkedHashMap<>();
        scores(labels)
                .logProbabilities()
                .forEach((label, log) -> found.put(label, Math.round(Math.exp(log) * 1e9) / 1e9));
        return found;
    }
}
