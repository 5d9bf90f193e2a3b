package io.praetor.learning.export;

import io.praetor.learning.dataset.DataSet;
import io.praetor.learning.dataset.Lesson;
import io.praetor.learning.dataset.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a data set holds and what reviewers changed: the seed's analysis report, and more. */
record AnalysisReport(DataSet set) {
    Map<String, Object> tree() {
        List<Lesson> all = all();
        List<Lesson> corrections = corrections();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("total_corrections", corrections.size());
        report.put("total_examples", all.size());
        report.put("training_examples", set.training().size());
        report.put("held_out_examples", set.heldOut().size());
        report.put("decision_distribution", counts(all, told -> told.decision().label()));
        report.put("classification_distribution", counts(all, Told::classification));
        report.put("risk_level_distribution", counts(all, Told::risk));
        report.put("change_patterns", changes());
        report.put("decision_transitions", transitions());
        report.put("quality", quality(all));
        return report;
    }

    List<Lesson> all() {
        return Stream.concat(set.training().stream(), set.heldOut().stream()).toList();
    }

    private List<Lesson> corrections() {
        return all().stream().filter(Lesson::isCorrection).toList();
    }

    Map<String, Long> decisions() {
        return counts(all(), told -> told.decision().label());
    }

    Map<String, Long> changes() {
        Map<String, Long> changes = new LinkedHashMap<>();
        List.of("decision_changed", "reasoning_changed", "both", "other")
                .forEach(kind -> changes.put(kind, 0L));
        corrections().forEach(lesson -> changes.merge(kind(lesson), 1L, Long::sum));
        return changes;
    }

    private static String kind(Lesson lesson) {
        if (lesson.changesDecision()) {
            return lesson.changesReasoning() ? "both" : "decision_changed";
        }
        return lesson.changesReasoning() ? "reasoning_changed" : "other";
    }

    /** From what was decided to what was confirmed, where they differ. */
    Map<String, Long> transitions() {
        return corrections().stream()
                .filter(Lesson::changesDecision)
                .collect(
                        Collectors.groupingBy(
                                lesson ->
                                        "%s -> %s"
                                                .formatted(
                                                        lesson.decided()
                                                                .map(it -> it.decision().label())
                                                                .orElse("unreadable"),
                                                        lesson.confirmed().decision().label()),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private Map<String, Object> quality(List<Lesson> all) {
        DataSet.Count count = set.count();
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("reviewed_cases", count.reviewed());
        quality.put("left_out", new TreeMap<>(count.leftOut()));
        quality.put("near_duplicates_dropped", count.nearDuplicates());
        quality.put("thinned_for_diversity", count.thinned());
        quality.put("kinds_of_case", count.signatures());
        quality.put("largest_share_of_one_kind", count.largestShare());
        quality.put(
                "share_with_reasoning", share(all, it -> !it.confirmed().reasoning().isBlank()));
        quality.put("share_with_clauses", share(all, it -> !it.confirmed().clauses().isEmpty()));
        return quality;
    }

    private static double share(List<Lesson> lessons, Function<Lesson, Boolean> holds) {
        return lessons.isEmpty()
                ? 0
                : lessons.stream().filter(holds::apply).count() / (double) lessons.size();
    }

    private static Map<String, Long> counts(List<Lesson> lessons, Function<Told, String> by) {
        return lessons.stream()
                .map(Lesson::confirmed)
                .map(by)
                .map(value -> value.isBlank() ? "none" : value)
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    }
}
