package io.praetor.retrieval;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): one ranking from several whose scores
 * cannot be compared. An id scores the sum of {@code 1 / (K + rank)} over the rankings it is in.
 */
public final class ReciprocalRank {
    /**
     * The authors' constant. It makes the first places count little more than the next ones, so
     * that being found by two searches outweighs leading one; their results hardly change between
     * 20 and 100.
     */
    private static final int K = 60;

    private static final Comparator<Map.Entry<String, Double>> BEST_FIRST =
            Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private ReciprocalRank() {}

    /** Best first, ties in the order of ids; each ranking is best first and names an id once. */
    public static List<PassageIndex.Hit> fuse(List<List<String>> rankings) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> ranking : rankings) {
            for (int place = 0; place < ranking.size(); place++) {
                scores.merge(ranking.get(place), 1.0 / (K + place + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(BEST_FIRST)
                .map(entry -> new PassageIndex.Hit(entry.getKey(), entry.getValue()))
                .toList();
    }
}
