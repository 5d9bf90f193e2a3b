package io.praetor.reasoning.precedent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whose matter a sentence speaks of: naive Bayes over the features. Immutable. */
final class TopicModel {
    private static final double SMOOTHING = .3;

    /** Features are not independent, so their product is far too sure; this takes it back. */
    private static final double SOBRIETY = .8;

    private final SortedMap<String, Counts> topics = new TreeMap<>();
    private final Set<String> features = new HashSet<>();

    private static final class Counts {
        private final Map<String, Double> byFeature = new HashMap<>();
        private double total;
    }

    /**
     * @param topics that there are, seen or not
     */
    static TopicModel fit(Set<String> topics, List<Map.Entry<String, Map<String, Double>>> seen) {
        TopicModel model = new TopicModel();
        topics.forEach(topic -> model.topics.put(topic, new Counts()));
        for (Map.Entry<String, Map<String, Double>> each : seen) {
            Counts counts = model.topics.get(each.getKey());
            if (counts != null) {
                each.getValue()
                        .forEach(
                                (feature, weight) -> {
                                    if (isOfTopics(feature)) {
                                        model.features.add(feature);
                                        counts.byFeature.merge(feature, weight, Double::sum);
                                        counts.total += weight;
                                    }
                                });
            }
        }
        return model;
    }

    /** Pairs say over again what their parts say; how near an example is says nothing of topics. */
    private static boolean isOfTopics(String feature) {
        return feature.startsWith("w:") || feature.startsWith("c:") || feature.startsWith("k:");
    }

    /** The share of belief in each topic; they add up to 1 where there is a topic. */
    SortedMap<String, Double> topics(Map<String, Double> sentence) {
        SortedMap<String, Double> scores = new TreeMap<>();
        double size = features.size() + 1.0;
        topics.forEach(
                (topic, counts) -> {
                    double score = 0;
                    for (Map.Entry<String, Double> feature : sentence.entrySet()) {
                        if (isOfTopics(feature.getKey()) && features.contains(feature.getKey())) {
                            double count = counts.byFeature.getOrDefault(feature.getKey(), 0.0);
                            score +=
                                    feature.getValue()
                                            * Math.log(
                                                    (count + SMOOTHING)
                                                            / (counts.total + SMOOTHING * size));
                        }
                    }
                    scores.put(topic, SOBRIETY * score);
                });
        double max = scores.values().stream().mapToDouble(it -> it).max().orElse(0);
        double sum = scores.values().stream().mapToDouble(it -> Math.exp(it - max)).sum();
        scores.replaceAll((_, score) -> Math.exp(score - max) / sum);
        return scores;
    }
}
