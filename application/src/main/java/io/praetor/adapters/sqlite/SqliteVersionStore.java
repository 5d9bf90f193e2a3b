package io.praetor.adapters.sqlite;

import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Event;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Ruling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Versions in one SQLite file, every commit durable against a power cut. Any number of processes;
 * they take turns in writing. Thread-safe.
 */
public final class SqliteVersionStore implements VersionStore, AutoCloseable {
    private final GovernanceFile file;

    private SqliteVersionStore(GovernanceFile file) {
        this.file = file;
    }

    /** Opens a store; creates it, and its folder, where there is none. */
    public static SqliteVersionStore open(Path path) {
        return new SqliteVersionStore(GovernanceFile.open(path));
    }

    @Override
    public List<FamilyRecord> families() {
        return file.read(rows -> new VersionReading(rows).families());
    }

    @Override
    public Optional<FamilyRecord> family(String id) {
        return file.read(rows -> new VersionReading(rows).family(id));
    }

    @Override
    public boolean found(Family family, Version shipped, Ruling.Changed genesis) {
        return file.write(rows -> writing(rows).found(family, shipped, genesis));
    }

    @Override
    public Optional<List<Long>> commit(Commit commit) {
        return file.write(rows -> writing(rows).commit(commit));
    }

    @Override
    public Kept record(RecordedEpisode episode) {
        return file.write(rows -> writing(rows).record(episode));
    }

    @Override
    public Kept record(RecordedOutcome outcome) {
        return file.write(rows -> writing(rows).record(outcome));
    }

    @Override
    public Optional<EpisodeView> episode(String id) {
        return file.read(rows -> new VersionReading(rows).episode(id));
    }

    @Override
    public Optional<EpisodeView> episodeOn(String family, String situation, VersionId version) {
        return file.read(rows -> new VersionReading(rows).episodeOn(family, situation, version));
    }

    @Override
    public List<EpisodeView> episodes(String family, long after, int max) {
        return file.read(rows -> new VersionReading(rows).episodes(family, after, max));
    }

    @Override
    public List<Event> events(String family, long after, int max) {
        return file.read(rows -> new VersionReading(rows).events(family, after, max));
    }

    @Override
    public List<Change> changes(String family, long after, int max) {
        return file.read(rows -> new VersionReading(rows).changes(family, after, max));
    }

    @Override
    public List<RefusedChange> refusals(String family, long after, int max) {
        return file.read(rows -> new VersionReading(rows).refusals(family, after, max));
    }

    @Override
    public List<TrustSnapshot> snapshots(String family, VersionId version, int max) {
        return file.read(rows -> new VersionReading(rows).snapshots(family, version, max));
    }

    @Override
    public Optional<Answered> answered(String family, String key) {
        return file.read(rows -> new VersionReading(rows).answered(family, key));
    }

    @Override
    public void close() {
        file.close();
    }

    private static VersionWriting writing(Rows rows) {
        return new VersionWriting(rows, new VersionReading(rows));
    }
}
