package io.praetor.governance;

import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.FamilyState;
import java.util.List;
import java.util.Optional;

/**
 * What a family becomes in one transaction: all of it or nothing.
 *
 * @param expected the record it was worked out from; where its revision or its watermark is not the
 *     store's, nothing happens
 * @param changes that lead from there to {@code state}, in order
 * @param added versions that came
 * @param snapshots taken
 * @param refusals to be kept, numbered by the store
 * @param answered the answer to a request with an idempotency key
 */
public record Commit(
        FamilyRecord expected,
        List<Change> changes,
        FamilyState state,
        Progress progress,
        List<Version> added,
        List<TrustSnapshot> snapshots,
        List<RefusedChange> refusals,
        Optional<Answered> answered) {
    public Commit {
        changes = List.copyOf(changes);
        added = List.copyOf(added);
        snapshots = List.copyOf(snapshots);
        refusals = List.copyOf(refusals);
    }

    /** One change, as a person asks for it. */
    public static Commit of(FamilyRecord expected, Change change, FamilyState after) {
        return new Commit(
                expected,
                List.of(change),
                after,
                expected.progress(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Nothing but the record of a refusal. */
    public static Commit refusing(FamilyRecord expected, RefusedChange refused) {
        return new Commit(
                expected,
                List.of(),
                expected.state(),
                expected.progress(),
                List.of(),
                List.of(),
                List.of(refused),
                Optional.empty());
    }

    public Commit with(Progress changed) {
        return new Commit(expected, changes, state, changed, added, snapshots, refusals, answered);
    }

    public Commit with(Version version) {
        return new Commit(
                expected,
                changes,
                state,
                progress,
                List.of(version),
                snapshots,
                refusals,
                answered);
    }

    public Commit with(Optional<Answered> answer) {
        return new Commit(expected, changes, state, progress, added, snapshots, refusals, answer);
    }

    public String family() {
        return expected.family().id();
    }
}
