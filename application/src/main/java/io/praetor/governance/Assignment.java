package io.praetor.governance;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The situations a family is for; each set may be empty.
 *
 * @param participants actor ids
 * @param groups teams
 * @param tasks action types, or action families of the policy
 */
public record Assignment(Set<String> participants, Set<String> groups, Set<String> tasks) {
    public Assignment {
        participants = Set.copyOf(participants);
        groups = Set.copyOf(groups);
        tasks = Set.copyOf(tasks);
    }

    public boolean isEmpty() {
        return participants.isEmpty() && groups.isEmpty() && tasks.isEmpty();
    }

    /** What both name in the same place, so that neither comes before the other. */
    public Optional<String> tieWith(Assignment other) {
        return Stream.of(
                        shared("participant", participants, other.participants),
                        shared("group", groups, other.groups),
                        shared("task", tasks, other.tasks))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> shared(String kind, Set<String> mine, Set<String> others) {
        return mine.stream()
                .filter(others::contains)
                .sorted()
                .findFirst()
                .map(name -> kind + " `" + name + "`");
    }
}
