package io.praetor.retrieval;

import java.util.Optional;
import java.util.Set;

/**
 * A passage with what it is found by.
 *
 * @param indexed the words it is searched by: its text and what the policy says around it
 * @param policy content hash of the policy version it belongs to; empty for a precedent
 * @param teams whose passage it is; empty for everybody's
 * @param family of a precedent's action
 */
public record CorpusEntry(
        Passage passage,
        String indexed,
        Optional<String> policy,
        Set<String> teams,
        Optional<String> family) {
    public CorpusEntry {
        teams = Set.copyOf(teams);
    }

    /** Whether {@code query} may find it; every index answers with such entries only. */
    public boolean isFor(PassageIndex.Query query) {
        return passage.kind() == query.kind()
                && !query.without().contains(passage.id())
                && policy.map(query.policy()::equals).orElse(true)
                && (teams.isEmpty() || query.team().map(teams::contains).orElse(false))
                && (family.isEmpty() || query.family().map(family.get()::equals).orElse(true));
    }
}
