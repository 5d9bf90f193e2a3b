package io.praetor.trainer.text;

import io.praetor.trainer.text.Vocabulary.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns merges: again and again the most frequent pair of neighbours becomes one token. */
public final class TokenizerLearner {
    /** A pair that was seen less often says more about the sample than about the language. */
    private static final int SEEN_MIN = 2;

    private static final Comparator<Map.Entry<Merge, Long>> ORDER =
            Map.Entry.<Merge, Long>comparingByValue()
                    .thenComparing(entry -> entry.getKey().left(), Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().right(), Comparator.reverseOrder());

    private final List<Word> words = new ArrayList<>();

    private record Word(List<String> parts, long count) {}

    private TokenizerLearner(Iterable<String> texts) {
        Map<String, Long> counts = new TreeMap<>();
        for (String text : texts) {
            PreSplit.of(text).forEach(piece -> counts.merge(piece, 1L, Long::sum));
        }
        counts.forEach(
                (piece, count) -> {
                    List<String> parts = new ArrayList<>();
                    ByteAlphabet.of(piece)
                            .chars()
                            .forEach(each -> parts.add(Character.toString(each)));
                    words.add(new Word(parts, count));
                });
    }

    /**
     * @param mergesMax fewer where the texts have no more pairs
     */
    public static Vocabulary learn(Iterable<String> texts, int mergesMax) {
        TokenizerLearner learner = new TokenizerLearner(texts);
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < mergesMax) {
            var best = learner.pairs().entrySet().stream().max(ORDER);
            if (best.isEmpty() || best.get().getValue() < SEEN_MIN) {
                break;
            }
            Merge merge = best.get().getKey();
            merges.add(merge);
            learner.words.forEach(word -> apply(merge, word.parts()));
        }
        return new Vocabulary(merges);
    }

    private Map<Merge, Long> pairs() {
        Map<Merge, Long> pairs = new HashMap<>();
        for (Word word : words) {
            for (int at = 0; at + 1 < word.parts().size(); at++) {
                Merge pair = new Merge(word.parts().get(at), word.parts().get(at + 1));
                pairs.merge(pair, word.count(), Long::sum);
            }
        }
        return pairs;
    }

    private static void apply(Merge merge, List<String> parts) {
        for (int at = 0; at + 1 < parts.size(); at++) {
            if (parts.get(at).equals(merge.left()) && parts.get(at + 1).equals(merge.right())) {
                parts.set(at, merge.whole());
                parts.remove(at + 1);
            }
        }
    }
}
