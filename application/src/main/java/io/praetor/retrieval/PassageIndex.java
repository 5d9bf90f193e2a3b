package io.praetor.retrieval;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An index over the passages of one corpus snapshot, rebuilt from it at any time. Thread-safe. */
public interface PassageIndex {
    /** The hash of the corpus that was indexed. */
    String snapshot();

    /** The best passages for a query, best first; ties in the order of ids. */
    List<Hit> search(Query query);

    /**
     * @param score comparable within one answer only
     */
    record Hit(String passage, double score) {}

    /**
     * What is looked for.
     *
     * @param text words, in any order
     * @param kind of the passages wanted
     * @param policy content hash of the policy version whose clauses count
     * @param team whose norms and precedents count, beside those of no team
     * @param family only precedents of this action family, where given
     * @param without ids that must not be found: the case under test
     */
    record Query(
            String text,
            Passage.Kind kind,
            String policy,
            Optional<String> team,
            Optional<String> family,
            Set<String> without,
            int max) {
        public Query {
            without = Set.copyOf(without);
        }
    }
}
