package io.praetor.adapters.openai;

import io.praetor.reasoning.LabelScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Labels as tokens; their probabilities are read token by token, shared beginnings once. */
final class LabelTokens {
    /** Beginnings rarer than this are not followed; their labels get what the beginning has. */
    private static final double NEGLIGIBLE = Math.log(1e-9);

    private static final Comparator<List<Integer>> SHORTER_FIRST =
            Comparator.<List<Integer>>comparingInt(List::size)
                    .thenComparing(tokens -> tokens.toString());

    private final Map<String, List<Integer>> labels;

    /** What may follow each beginning. */
    private final Map<List<Integer>, Set<Integer>> branches = new TreeMap<>(SHORTER_FIRST);

    /**
     * @param labels in order, each with its tokens
     */
    LabelTokens(Map<String, List<Integer>> labels) {
        this.labels = new LinkedHashMap<>(labels);
        for (List<Integer> tokens : labels.values()) {
            for (int depth = 0; depth < tokens.size(); depth++) {
                branches.computeIfAbsent(tokens.subList(0, depth), _ -> new LinkedHashSet<>())
                        .add(tokens.get(depth));
            }
        }
    }

    /** Tells the log-probabilities of some tokens after the prompt and a label's beginning. */
    @FunctionalInterface
    interface Following {
        Map<Integer, Double> after(List<Integer> beginning, Set<Integer> tokens);
    }

    LabelScores scores(Following following) {
        Map<List<Integer>, Double> reached = new HashMap<>(Map.of(List.of(), 0.0));
        branches.forEach(
                (beginning, tokens) -> {
                    double path = reached.getOrDefault(beginning, Double.NEGATIVE_INFINITY);
                    Map<Integer, Double> steps =
                            path < NEGLIGIBLE ? Map.of() : following.after(beginning, tokens);
                    for (int token : tokens) {
                        List<Integer> longer = new ArrayList<>(beginning);
                        longer.add(token);
                        reached.put(longer, path + steps.getOrDefault(token, 0.0));
                    }
                });
        Map<String, Double> scores = new LinkedHashMap<>();
        labels.forEach((label, tokens) -> scores.put(label, whole(tokens, reached)));
        return new LabelScores(scores);
    }

    /** A label that begins another does not get the other's share. */
    private double whole(List<Integer> tokens, Map<List<Integer>, Double> reached) {
        double path = reached.getOrDefault(tokens, Double.NEGATIVE_INFINITY);
        double longer =
                branches.getOrDefault(tokens, Set.of()).stream()
                        .map(token -> appended(tokens, token))
                        .mapToDouble(next -> Math.exp(reached.getOrDefault(next, 0.0)))
                        .sum();
        return longer == 0 ? path : Math.log(Math.max(0, Math.exp(path) - longer));
    }

    private static List<Integer> appended(List<Integer> tokens, int token) {
        List<Integer> longer = new ArrayList<>(tokens);
        longer.add(token);
        return longer;
    }
}
