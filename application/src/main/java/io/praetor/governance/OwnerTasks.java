package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.life.StateKind;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.watch.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What a family's owner has to look at. */
public final class OwnerTasks {
    /** Seed 002, advisory mode: above 15 % the prompt or the examples are looked at. */
    static final double OVERRIDES_MAX = .15;

    /** Below so many reviews a share says nothing. */
    static final long REVIEWS_MIN = 20;

    private OwnerTasks() {}

    /** One line each: what, and what to do. */
    public static List<String> of(FamilyRecord record) {
        List<String> tasks = new ArrayList<>();
        if (record.state().heads().status() == FamilyStatus.PAUSED) {
            tasks.add("the family is paused, rules decide alone: find the cause, then RESUME");
        }
        new TreeMap<>(record.state().members())
                .forEach((version, member) -> add(record, version, member.state(), tasks));
        return tasks;
    }

    private static void add(
            FamilyRecord record, VersionId version, VersionState state, List<String> tasks) {
        if (state.kind() == StateKind.QUARANTINED) {
            tasks.add(
                    "version %s is quarantined: find the cause, then RESUME or ROLLBACK"
                            .formatted(version));
        }
        record.progressOf(version)
                .ifPresent(
                        progress -> {
                            StageTally tally = progress.tally();
                            if (state.kind() == StateKind.ADVISORY
                                    && tally.reviewed() >= REVIEWS_MIN
                                    && tally.overrides().rate() > OVERRIDES_MAX) {
                                tasks.add(
                                        String.format(
                                                Locale.ROOT,
                                                "version %s: %.0f %% of its advice was overridden;"
                                                        + " look at the overrides, add examples",
                                                version,
                                                100 * tally.overrides().rate()));
                            }
                            if (progress.watch().staleness().isStale()) {
                                tasks.add(
                                        "version %s: nobody reviewed its last %d decisions"
                                                .formatted(version, Staleness.DECISIONS_MAX));
                            }
                        });
    }
}
