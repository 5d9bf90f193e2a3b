package io.praetor.reasoning.prompt;

import io.praetor.policy.ClauseId;
import io.praetor.reasoning.Question;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A prompt that is being shortened until it fits: examples go first, then history, then clauses.
 */
final class Draft {
    /** What is kept of a history when it has to be shortened. */
    private static final int HISTORY_SHORT = 5;

    private final Material material;
    private final SituationForm form;
    private final Function<Question, String> lines;
    private final List<Example> examples;
    private final List<Passage> clauses;
    private int historyMax = Observed.DECISIONS_MAX;
    private Cuts cuts = Cuts.NONE;

    Draft(
            Material material,
            SituationForm form,
            Function<Question, String> lines,
            List<Example> examples) {
        this.material = material;
        this.form = form;
        this.lines = lines;
        this.examples = new ArrayList<>(examples);
        this.clauses = new ArrayList<>(material.passages().clauses());
    }

    Cuts cuts() {
        return cuts;
    }

    /** Leaves out what can best be spared; false where everything left is needed. */
    boolean cutMore() {
        if (!examples.isEmpty()) {
            examples.removeLast();
            cuts = new Cuts(cuts.examples() + 1, cuts.history(), cuts.clauses());
            return true;
        }
        return cutHistory() || cutClause();
    }

    private boolean cutHistory() {
        int before = historyShown();
        while (historyMax > 0) {
            historyMax = historyMax > HISTORY_SHORT ? HISTORY_SHORT : 0;
            int cut = before - historyShown();
            if (cut > 0) {
                cuts = new Cuts(cuts.examples(), cuts.history() + cut, cuts.clauses());
                return true;
            }
        }
        return false;
    }

    private int historyShown() {
        int claimed = material.question().situation().context().history().size();
        return Math.min(historyMax, claimed)
                + Math.min(historyMax, material.observed().last().size());
    }

    private boolean cutClause() {
        Set<String> needed =
                material.determining().stream().map(ClauseId::value).collect(Collectors.toSet());
        for (int i = clauses.size() - 1; i >= 0; i--) {
            if (!needed.contains(clauses.get(i).id())) {
                clauses.remove(i);
                cuts = new Cuts(cuts.examples(), cuts.history(), cuts.clauses() + 1);
                return true;
            }
        }
        return false;
    }

    /** What is shown and may be cited, the most telling first. */
    List<Passage> citable() {
        Set<String> shown = examples.stream().map(Example::id).collect(Collectors.toSet());
        Set<String> cut =
                material.passages().clauses().stream()
                        .filter(clause -> !clauses.contains(clause))
                        .map(Passage::id)
                        .collect(Collectors.toSet());
        return material.passages().citable().stream()
                .filter(
                        passage ->
                                switch (passage.kind()) {
                                    case CLAUSE -> !cut.contains(passage.id());
                                    case NORM -> true;
                                    case PRECEDENT -> shown.contains(passage.id());
                                })
                .toList();
    }

    /** What fills the slots; the marker comes later. */
    Map<Slot, String> values() {
        var situation = material.question().situation();
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        values.put(
                Slot.CLAUSES,
                lines(
                        clauses.stream()
                                .sorted(Comparator.comparing(Passage::id))
                                .map(Draft::shown)
                                .toList()));
        values.put(
                Slot.EXAMPLES,
                lines(
                        examples.stream()
                                .sorted(Comparator.comparing(Example::id))
                                .map(Example::shown)
                                .toList()));
        values.put(
                Slot.NORMS,
                DataJson.of(material.passages().norms().stream().map(Draft::tree).toList()));
        values.put(
                Slot.OBSERVED,
                DataJson.of(
                        ViewTrees.observed(
                                material.observed(), situation.context().counters(), historyMax)));
        values.put(Slot.RULES, DataJson.of(ViewTrees.rules(material.question())));
        values.put(
                Slot.SITUATION,
                switch (form) {
                    case JSON -> DataJson.of(SituationTree.of(situation, historyMax));
                    case LINES -> lines.apply(material.question());
                });
        return values;
    }

    private static String shown(Passage clause) {
        return DataJson.of(tree(clause));
    }

    private static Map<String, Object> tree(Passage passage) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", passage.id());
        tree.put("text", passage.text());
        return tree;
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "(none)" : String.join("\n", lines);
    }
}
