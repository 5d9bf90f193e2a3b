package io.praetor.patterns;

import java.util.List;
import java.util.Optional;

/**
 * Keeps patterns and every standing they had. Any number of readers, one writer at a time; where
 * the world fails, each method throws {@link PatternsUnavailableException}.
 */
public interface PatternStore {
    /** Every pattern as it was kept last, by id. */
    List<Pattern> all();

    /** A pattern as it was at every change, oldest first; empty for an unknown id. */
    List<Pattern> history(PatternId id);

    /**
     * Keeps all of it or nothing; on return it survives the end of the process.
     *
     * @param reviewsRead how many reviews have been taken in with it
     */
    void keep(List<Pattern> changed, long reviewsRead);

    /** Grows with everything that is kept: so that a reader sees that another program wrote. */
    long changes();

    /** How many reviews had been taken in when something was kept last; 0 at first. */
    long reviewsRead();

    /** The pattern that the start of an id names, where it names one alone. */
    default Optional<Pattern> find(String start) {
        List<Pattern> found =
                all().stream().filter(each -> each.id().value().startsWith(start)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
