package io.praetor.governance.selection;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.family.FamilyStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The families as they were last read, answered from memory. Thread-safe. */
public final class FamilyViews {
    private final VersionStore store;
    private volatile View view = new View(List.of(), true);

    private record View(List<FamilyRecord> families, boolean answers) {}

    public FamilyViews(VersionStore store) {
        this.store = store;
    }

    /**
     * Reads the families again.
     *
     * @return why the store does not answer; what was read before stays, marked as old
     */
    public Optional<String> refresh() {
        try {
            view = new View(store.families(), true);
            return Optional.empty();
        } catch (StoreUnavailableException down) {
            lost();
            return Optional.of(down.getMessage());
        }
    }

    /** Somebody else found that the store does not answer; what was read before is old now. */
    public void lost() {
        view = new View(view.families(), false);
    }

    /** Whether the last reading succeeded. */
    public boolean storeAnswers() {
        return view.answers();
    }

    public boolean isEmpty() {
        return view.families().isEmpty();
    }

    public Optional<FamilyRecord> byId(String id) {
        return view.families().stream().filter(it -> it.family().id().equals(id)).findFirst();
    }

    /** The family for a participant, else for its group, else for the task. */
    public Optional<FamilyRecord> familyFor(
            Optional<String> participant, Optional<String> group, List<String> tasks) {
        List<FamilyRecord> families = view.families();
        if (families.isEmpty()) {
            return Optional.empty();
        }
        return first(families, participant.map(List::of).orElse(List.of()), Place.PARTICIPANT)
                .or(() -> first(families, group.map(List::of).orElse(List.of()), Place.GROUP))
                .or(() -> first(families, tasks, Place.TASK));
    }

    private enum Place {
        PARTICIPANT,
        GROUP,
        TASK;

        Set<String> of(FamilyRecord record) {
            return switch (this) {
                case PARTICIPANT -> record.family().assignment().participants();
                case GROUP -> record.family().assignment().groups();
                case TASK -> record.family().assignment().tasks();
            };
        }
    }

    private static Optional<FamilyRecord> first(
            List<FamilyRecord> families, List<String> names, Place place) {
        return names.stream()
                .flatMap(name -> families.stream().filter(it -> place.of(it).contains(name)))
                .filter(it -> it.state().heads().status() != FamilyStatus.DEPRECATED)
                .findFirst();
    }
}
