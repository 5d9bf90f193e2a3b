package io.praetor.reasoning.precedent;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Cue;
import io.praetor.policy.PolicySet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the clauses of a policy are about. Clauses with the same cues share a matter: who acts, not
 * what is told, decides which of them bears. Immutable.
 */
final class Matters {
    private final SortedMap<String, List<ClauseId>> clauses = new TreeMap<>();
    private final Map<ClauseId, String> byClause = new HashMap<>();

    private Matters() {}

    static Matters of(PolicySet policy) {
        Matters matters = new Matters();
        Map<List<String>, String> byCues = new HashMap<>();
        List<Clause> sorted = new ArrayList<>(policy.clauses().values());
        sorted.sort(Comparator.comparing(Clause::id));
        for (Clause clause : sorted) {
            List<String> cues = clause.evidence().bears().stream().map(Cue::source).toList();
            String own = clause.id().value();
            String name = cues.isEmpty() ? own : byCues.computeIfAbsent(cues, _ -> own);
            matters.byClause.put(clause.id(), name);
            matters.clauses.computeIfAbsent(name, _ -> new ArrayList<>()).add(clause.id());
        }
        return matters;
    }

    /** The matter of a clause; empty where the policy has no such clause. */
    Optional<String> of(ClauseId clause) {
        return Optional.ofNullable(byClause.get(clause));
    }

    /** Which clauses each matter is about. */
    SortedMap<String, List<ClauseId>> clauses() {
        return clauses;
    }
}
