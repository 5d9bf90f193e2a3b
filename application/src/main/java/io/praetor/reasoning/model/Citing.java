package io.praetor.reasoning.model;

import io.praetor.policy.ClauseId;
import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.reasoning.CitationCheck;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Precedent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clauses that an answer rests on: those it cites rightly and that bear on the action, and
 * those that the precedents rest on which it cites rightly. A norm is worth citing and decides
 * nothing.
 *
 * @param clauses in the answer's order, each once
 */
record Citing(List<ClauseId> clauses, List<Dropped> dropped) {
    Citing {
        clauses = List.copyOf(clauses);
        dropped = List.copyOf(dropped);
    }

    static Citing of(List<Reference> references, Asked asked, Bearing bearing) {
        CheckedCitations checked = new CitationCheck(asked.fits().citable()).check(references);
        Set<ClauseId> clauses = new LinkedHashSet<>();
        List<Dropped> dropped = new ArrayList<>(checked.dropped());
        for (Passage passage : checked.kept()) {
            List<ClauseId> bearable =
                    clausesOf(passage, asked).stream().filter(bearing::bears).toList();
            clauses.addAll(bearable);
            if (bearable.isEmpty() && passage.kind() != Passage.Kind.NORM) {
                dropped.add(
                        new Dropped(
                                new Reference(passage.id(), Optional.empty()), Cause.NO_BEARING));
            }
        }
        return new Citing(List.copyOf(clauses), dropped);
    }

    private static List<ClauseId> clausesOf(Passage passage, Asked asked) {
        return switch (passage.kind()) {
            case CLAUSE -> List.of(new ClauseId(passage.id()));
            case NORM -> List.of();
            case PRECEDENT ->
                    asked.passages().precedents().stream()
                            .filter(precedent -> precedent.id().equals(passage.id()))
                            .map(Precedent::clauses)
                            .flatMap(List::stream)
                            .filter(asked.question().policy().clauses()::containsKey)
                            .toList();
        };
    }
}
