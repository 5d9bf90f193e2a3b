package io.praetor.reasoning.precedent;

import io.praetor.retrieval.Embedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the sentences of examples that are most like a sentence: by their words, weighed by how
 * rare they are, and by meaning where an embedder is attached. Immutable.
 */
final class Neighbours {
    /** How much of the likeness is meaning, where there is an embedder. */
    private static final double MEANING = .5;

    private final List<Known> known = new ArrayList<>();

    /** Of each that is known, in the same order; empty vectors where there is no embedder. */
    private final List<float[]> meanings = new ArrayList<>();

    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Optional<Embedder> embedder;

    private record Known(int example, boolean bears, Map<String, Double> words) {}

    /**
     * @param bearing likeness of the nearest sentence that bears, 0 to 1
     * @param other likeness of the nearest that does not
     * @param example whose sentence is the nearest of all
     */
    record Near(double bearing, double other, OptionalInt example) {}

    private Neighbours(Optional<Embedder> embedder) {
        this.embedder = embedder;
    }

    static Neighbours of(List<EvidenceModel.Lesson> lessons, Optional<Embedder> embedder) {
        Neighbours neighbours = new Neighbours(embedder);
        Map<String, Integer> counts = new HashMap<>();
        lessons.forEach(
                it ->
                        it.features().keySet().stream()
                                .filter(Neighbours::isWord)
                                .forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.forEach(
                (word, count) ->
                        neighbours.rarity.put(
                                word, Math.log((lessons.size() + 1.0) / (count + 0.5))));
        for (EvidenceModel.Lesson lesson : lessons) {
            int at = neighbours.known.size();
            Map<String, Double> words = neighbours.weighed(lesson.features());
            words.keySet()
                    .forEach(
                            word ->
                                    neighbours
                                            .byWord
                                            .computeIfAbsent(word, _ -> new ArrayList<>())
                                            .add(at));
            neighbours.known.add(new Known(lesson.example(), lesson.bears(), words));
            neighbours.meanings.add(neighbours.meaning(lesson.sentence()));
        }
        return neighbours;
    }

    private static boolean isWord(String feature) {
        return feature.startsWith("w:");
    }

    private float[] meaning(Sentence sentence) {
        return embedder.map(it -> it.embed(sentence.text())).orElseGet(() -> new float[0]);
    }

    private Map<String, Double> weighed(Map<String, Double> features) {
        Map<String, Double> words = new HashMap<>();
        double square = 0;
        for (String feature : features.keySet()) {
            Double weight = isWord(feature) ? rarity.get(feature) : null;
            if (weight != null) {
                words.put(feature, weight);
                square += weight * weight;
            }
        }
        double length = Math.sqrt(square);
        words.replaceAll((_, weight) -> weight / length);
        return words;
    }

    /**
     * @param without the example that does not count: the one the sentence is from; -1 for none
     */
    Near to(Map<String, Double> features, Sentence sentence, int without) {
        double[] likeness = new double[known.size()];
        weighed(features)
                .forEach(
                        (word, weight) -> {
                            for (int at : byWord.getOrDefault(word, List.of())) {
                                likeness[at] +=
                                        weight * known.get(at).words.getOrDefault(word, 0.0);
                            }
                        });
        embedder.ifPresent(it -> addMeaning(it.embed(sentence.text()), likeness));
        double bearing = 0;
        double other = 0;
        int nearest = -1;
        for (int at = 0; at < likeness.length; at++) {
            Known each = known.get(at);
            if (each.example == without) {
                continue;
            }
            if (likeness[at] > Math.max(bearing, other)) {
                nearest = each.example;
            }
            bearing = each.bears ? Math.max(bearing, likeness[at]) : bearing;
            other = each.bears ? other : Math.max(other, likeness[at]);
        }
        return new Near(
                bearing, other, nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest));
    }

    private void addMeaning(float[] meaning, double[] likeness) {
        for (int at = 0; at < likeness.length; at++) {
            float[] other = meanings.get(at);
            double cosine = 0;
            for (int i = 0; i < meaning.length; i++) {
                cosine += meaning[i] * other[i];
            }
            likeness[at] = (1 - MEANING) * likeness[at] + MEANING * Math.max(0, cosine);
        }
    }
}
