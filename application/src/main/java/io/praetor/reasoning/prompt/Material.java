package io.praetor.reasoning.prompt;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Question;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Passages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a prompt is made of. */
public record Material(Question question, Passages passages, Observed observed) {

    /** The same with the clauses that determined what the rules said in the first places. */
    public static Material of(Question question, Passages retrieved, Observed observed) {
        Map<String, Passage> clauses = new LinkedHashMap<>();
        for (ClauseId id : determining(question)) {
            Clause clause = question.policy().clauses().get(id);
            if (clause != null) {
                clauses.put(id.value(), passage(clause, question.policy()));
            }
        }
        retrieved.clauses().forEach(passage -> clauses.putIfAbsent(passage.id(), passage));
        List<Passage> shown = clauses.values().stream().limit(Passages.CLAUSES_MAX).toList();
        return new Material(
                question,
                new Passages(
                        shown, retrieved.norms(), retrieved.precedents(), retrieved.snapshot()),
                observed);
    }

    private static Passage passage(Clause clause, PolicySet policy) {
        return new Passage(
                clause.id().value(), Passage.Kind.CLAUSE, clause.text(), policy.header().hash());
    }

    /** The clauses that determined what the rules said, or left open; these are never cut. */
    List<ClauseId> determining() {
        return determining(question);
    }

    private static List<ClauseId> determining(Question question) {
        Fallbacks fallbacks = question.policy().fallbacks();
        return switch (question.byRules()) {
            case Applicable said -> {
                Stream<ClauseId> open =
                        said.ambiguities().stream()
                                .sorted()
                                .flatMap(ambiguity -> fallbacks.of(ambiguity).stream())
                                .map(Fallbacks.Unresolved::clause);
                yield Stream.concat(said.clauses().stream(), open).distinct().toList();
            }
            case NotApplicable() -> List.of(fallbacks.noRule().clause());
            case Indeterminate said -> said.clauses();
        };
    }
}
