package io.praetor.adapters.sqlite;

import io.praetor.governance.Answered;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Event;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.FamilyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of families, read back. Not thread-safe. */
record VersionReading(Rows rows) {
    private static final String FAMILY = "SELECT body, state, progress FROM families ";

    private static final String EPISODE =
            """
            SELECT e.sequence, e.body, o.body FROM episodes e
            LEFT JOIN outcomes o ON o.episode = e.id
            """;

    List<FamilyRecord> families() throws SQLException {
        List<String> ids = rows.all(row -> row.getString(1), "SELECT id FROM families ORDER BY id");
        List<FamilyRecord> found = new ArrayList<>();
        for (String id : ids) {
            family(id).ifPresent(found::add);
        }
        return found;
    }

    Optional<FamilyRecord> family(String id) throws SQLException {
        List<Version> versions =
                rows.all(
                        row -> Rows.json(row, 1, Version.class),
                        "SELECT body FROM versions WHERE family = ? ORDER BY ordinal",
                        id);
        return rows.one(
                row ->
                        new FamilyRecord(
                                Rows.json(row, 1, Family.class),
                                Rows.json(row, 2, FamilyState.class),
                                Rows.json(row, 3, Progress.class),
                                versions),
                FAMILY + "WHERE id = ?",
                id);
    }

    Optional<EpisodeView> episode(String id) throws SQLException {
        return rows.one(VersionReading::view, EPISODE + "WHERE e.id = ?", id);
    }

    Optional<EpisodeView> episodeOn(String family, String situation, VersionId version)
            throws SQLException {
        return rows.one(
                VersionReading::view,
                EPISODE
                        + "WHERE e.family = ? AND e.situation = ? AND e.version = ?"
                        + " ORDER BY e.sequence LIMIT 1",
                family,
                situation,
                version.value());
    }

    List<EpisodeView> episodes(String family, long after, int max) throws SQLException {
        return rows.all(
                VersionReading::view,
                EPISODE + "WHERE e.family = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?",
                family,
                after,
                limit(max));
    }

    List<Event> events(String family, long after, int max) throws SQLException {
        return rows.all(
                VersionReading::event,
                """
                SELECT sequence, body, NULL FROM episodes WHERE family = ?1 AND sequence > ?2
                UNION ALL
                SELECT o.sequence, e.body, o.body FROM outcomes o
                JOIN episodes e ON e.id = o.episode WHERE o.family = ?1 AND o.sequence > ?2
                ORDER BY 1 LIMIT ?3
                """,
                family,
                after,
                limit(max));
    }

    List<Change> changes(String family, long after, int max) throws SQLException {
        return rows.all(
                row -> Rows.json(row, 1, Change.class),
                "SELECT body FROM changes WHERE family = ? AND sequence > ?"
                        + " ORDER BY sequence LIMIT ?",
                family,
                after,
                limit(max));
    }

    List<RefusedChange> refusals(String family, long after, int max) throws SQLException {
        return rows.all(
                row -> Rows.json(row, 1, RefusedChange.class),
                "SELECT body FROM refusals WHERE family = ? AND number > ?"
                        + " ORDER BY number LIMIT ?",
                family,
                after,
                limit(max));
    }

    List<TrustSnapshot> snapshots(String family, VersionId version, int max) throws SQLException {
        return rows.all(
                row -> Rows.json(row, 1, TrustSnapshot.class),
                "SELECT body FROM snapshots WHERE family = ? AND version = ?"
                        + " ORDER BY number DESC LIMIT ?",
                family,
                version.value(),
                limit(max));
    }

    Optional<Answered> answered(String family, String key) throws SQLException {
        return rows.one(
                row -> Rows.json(row, 1, Answered.class),
                "SELECT body FROM answers WHERE family = ? AND key = ?",
                family,
                key);
    }

    private static EpisodeView view(ResultSet row) throws SQLException {
        return new EpisodeView(
                row.getLong(1), Rows.json(row, 2, RecordedEpisode.class), outcome(row));
    }

    private static Event event(ResultSet row) throws SQLException {
        RecordedEpisode episode = Rows.json(row, 2, RecordedEpisode.class);
        long sequence = row.getLong(1);
        return outcome(row)
                .<Event>map(outcome -> new Event.Matured(sequence, episode, outcome))
                .orElseGet(() -> new Event.Decided(sequence, episode));
    }

    private static Optional<RecordedOutcome> outcome(ResultSet row) throws SQLException {
        return row.getString(3) == null
                ? Optional.empty()
                : Optional.of(Rows.json(row, 3, RecordedOutcome.class));
    }

    private static int limit(int max) {
        return Math.clamp(max, 1, VersionStore.PAGE_MAX);
    }
}
