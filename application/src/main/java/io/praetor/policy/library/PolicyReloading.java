package io.praetor.policy.library;

import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reload comes to. A library is taken whole or not at all: while one file of it is bad, all
 * of the old one keeps serving.
 */
public sealed interface PolicyReloading {
    /** The library that serves from now on. */
    PolicyLibrary library();

    /** Every file says what it said before. */
    record Unchanged(PolicyLibrary library) implements PolicyReloading {}

    /**
     * The new library serves.
     *
     * @param changes one for each policy that is new, gone or another version
     */
    record Replaced(PolicyLibrary library, List<Change> changes, List<PolicyProblem> warnings)
            implements PolicyReloading {
        public Replaced {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    /** The old library goes on serving, because of these problems. */
    record Kept(PolicyLibrary library, List<PolicyProblem> problems) implements PolicyReloading {
        public Kept {
            problems = List.copyOf(problems);
        }
    }

    /** What became of one policy. */
    sealed interface Change {
        record Added(PolicyHeader policy) implements Change {}

        record Removed(PolicyHeader policy) implements Change {}

        /**
         * @param lineage whether the new version says that it replaces the old one
         */
        record Succeeded(PolicyHeader before, PolicyHeader after, Lineage lineage)
                implements Change {}
    }

    /** The state after {@code reading}, which was made while {@code current} served. */
    static PolicyReloading next(PolicyLibrary current, LibraryReading reading) {
        return switch (reading) {
            case LibraryReading.Refused(var problems) -> new Kept(current, problems);
            case LibraryReading.Loaded(PolicyLibrary library, var warnings) -> {
                List<Change> changes = changes(current, library);
                boolean sameStandard =
                        current.standard().header().id().equals(library.standard().header().id());
                yield changes.isEmpty() && sameStandard
                        ? new Unchanged(current)
                        : new Replaced(library, changes, warnings);
            }
        };
    }

    private static List<Change> changes(PolicyLibrary before, PolicyLibrary after) {
        Map<String, PolicySet> old = before.byId();
        List<Change> changes = new ArrayList<>();
        for (PolicySet policy : after.all()) {
            PolicyHeader header = policy.header();
            Optional<PolicyHeader> was =
                    Optional.ofNullable(old.remove(header.id())).map(PolicySet::header);
            was.map(replaced -> succession(replaced, header))
                    .orElse(Optional.of(new Change.Added(header)))
                    .ifPresent(changes::add);
        }
        before.all().stream()
                .filter(policy -> old.containsKey(policy.header().id()))
                .forEach(policy -> changes.add(new Change.Removed(policy.header())));
        return changes;
    }

    private static Optional<Change> succession(PolicyHeader before, PolicyHeader after) {
        return switch (PolicyHistory.of(before).lineageOf(after)) {
            case Lineage.Same _ -> Optional.empty();
            case Lineage.Next next -> Optional.of(new Change.Succeeded(before, after, next));
            case Lineage.Broken broken -> Optional.of(new Change.Succeeded(before, after, broken));
        };
    }
}
