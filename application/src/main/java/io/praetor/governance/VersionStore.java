package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Ruling;
import java.util.List;
import java.util.Optional;

/**
 * Keeps families, versions, episodes, outcomes, snapshots and changes. Thread-safe, and safe for
 * several processes where the technology is.
 *
 * <p>Every method throws {@link StoreUnavailableException} where the store cannot be reached.
 */
public interface VersionStore {
    /** The most rows one page has, whatever was asked for. */
    int PAGE_MAX = 500;

    /** Every family, by id. */
    List<FamilyRecord> families();

    Optional<FamilyRecord> family(String id);

    /**
     * Keeps a family with its first version and first change.
     *
     * @return whether it was kept; false where the id is taken
     */
    boolean found(Family family, Version shipped, Ruling.Changed genesis);

    /**
     * @return the number of each refusal that was kept; empty where revision or watermark moved on,
     *     or another request took the idempotency key, and nothing happened
     */
    Optional<List<Long>> commit(Commit commit);

    Kept record(RecordedEpisode episode);

    Kept record(RecordedOutcome outcome);

    /** What became of something to be kept. */
    enum Kept {
        KEPT,
        /** The same is there already; nothing happened. */
        ALREADY,
        /** Something else is there under this id; nothing happened. */
        CONFLICT,
        /** The family, the version or the episode it belongs to is not there. */
        UNKNOWN
    }

    Optional<EpisodeView> episode(String id);

    /** Another version's episode on the same situation. */
    Optional<EpisodeView> episodeOn(String family, String situation, VersionId version);

    /** Episodes behind a sequence, in order. */
    List<EpisodeView> episodes(String family, long after, int max);

    /** Events behind a sequence, in order, without gaps. */
    List<Event> events(String family, long after, int max);

    /** Changes behind a sequence, in order. */
    List<Change> changes(String family, long after, int max);

    /** Refusals behind a number, in order. */
    List<RefusedChange> refusals(String family, long after, int max);

    /** The latest snapshots of a version, newest first. */
    List<TrustSnapshot> snapshots(String family, VersionId version, int max);

    /** The answer given under an idempotency key. */
    Optional<Answered> answered(String family, String key);
}
