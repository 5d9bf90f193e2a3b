package io.praetor.adapters.sqlite;

import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.GovernanceJson;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore.Kept;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Ruling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be kept of families, written within the caller's transaction. Not thread-safe. */
record VersionWriting(Rows rows, VersionReading reading) {
    boolean found(Family family, Version shipped, Ruling.Changed genesis) throws SQLException {
        int added =
                rows.change(
                        "INSERT OR IGNORE INTO families"
                                + " (id, body, state, progress, revision, watermark)"
                                + " VALUES (?, ?, ?, ?, ?, 0)",
                        family.id(),
                        GovernanceJson.text(family),
                        GovernanceJson.text(genesis.after()),
                        GovernanceJson.text(Progress.starting(family.config().baselineReward())),
                        genesis.after().revision());
        if (added == 0) {
            return false;
        }
        add(family.id(), shipped, 1);
        add(genesis.change());
        return true;
    }

    Optional<List<Long>> commit(Commit commit) throws SQLException {
        FamilyRecord expected = commit.expected();
        String family = commit.family();
        Optional<Answered> answered = commit.answered();
        if (answered.isPresent() && reading.answered(family, answered.get().key()).isPresent()) {
            return Optional.empty();
        }
        int changed =
                rows.change(
                        "UPDATE families SET state = ?, progress = ?, revision = ?, watermark = ?"
                                + " WHERE id = ? AND revision = ? AND watermark = ?",
                        GovernanceJson.text(commit.state()),
                        GovernanceJson.text(commit.progress()),
                        commit.state().revision(),
                        commit.progress().watermark(),
                        family,
                        expected.state().revision(),
                        expected.progress().watermark());
        if (changed == 0) {
            return Optional.empty();
        }
        for (Version version : commit.added()) {
            add(family, version, count("versions", family) + 1);
        }
        for (Change change : commit.changes()) {
            add(change);
        }
        for (TrustSnapshot snapshot : commit.snapshots()) {
            add(snapshot);
        }
        List<Long> numbers = new ArrayList<>();
        for (RefusedChange refused : commit.refusals()) {
            numbers.add(add(refused));
        }
        if (answered.isPresent()) {
            add(family, answered.get(), numbers);
        }
        return Optional.of(numbers);
    }

    Kept record(RecordedEpisode episode) throws SQLException {
        Optional<EpisodeView> there = reading.episode(episode.id());
        if (there.isPresent()) {
            return there.get().episode().equals(episode) ? Kept.ALREADY : Kept.CONFLICT;
        }
        String version = episode.episode().version().value();
        boolean isKnown =
                rows.one(
                                row -> true,
                                "SELECT 1 FROM versions WHERE family = ? AND id = ?",
                                episode.family(),
                                version)
                        .isPresent();
        if (!isKnown) {
            return Kept.UNKNOWN;
        }
        rows.change(
                "INSERT INTO episodes (id, family, sequence, version, situation, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                episode.id(),
                episode.family(),
                nextEvent(episode.family()),
                version,
                episode.situation(),
                GovernanceJson.text(episode));
        return Kept.KEPT;
    }

    Kept record(RecordedOutcome outcome) throws SQLException {
        Optional<EpisodeView> there = reading.episode(outcome.episode());
        if (there.isEmpty()) {
            return Kept.UNKNOWN;
        }
        Optional<RecordedOutcome> known = there.get().outcome();
        if (known.isPresent()) {
            return known.get().equals(outcome) ? Kept.ALREADY : Kept.CONFLICT;
        }
        String family = there.get().episode().family();
        rows.change(
                "INSERT INTO outcomes (episode, family, sequence, body) VALUES (?, ?, ?, ?)",
                outcome.episode(),
                family,
                nextEvent(family),
                GovernanceJson.text(outcome));
        return Kept.KEPT;
    }

    private long nextEvent(String family) throws SQLException {
        return rows.one(
                        row -> row.getLong(1),
                        "UPDATE families SET events = events + 1 WHERE id = ? RETURNING events",
                        family)
                .orElseThrow(() -> new SQLException("family `%s` is missing".formatted(family)));
    }

    private void add(String family, Version version, long ordinal) throws SQLException {
        rows.change(
                "INSERT INTO versions (family, ordinal, id, body) VALUES (?, ?, ?, ?)",
                family,
                ordinal,
                version.id().value(),
                GovernanceJson.text(version));
    }

    private void add(Change change) throws SQLException {
        rows.change(
                "INSERT INTO changes (family, sequence, hash, body) VALUES (?, ?, ?, ?)",
                change.family(),
                change.sequence(),
                change.hash(),
                GovernanceJson.text(change));
    }

    private void add(TrustSnapshot snapshot) throws SQLException {
        rows.change(
                "INSERT INTO snapshots (id, family, version, body) VALUES (?, ?, ?, ?)",
                snapshot.id(),
                snapshot.family(),
                snapshot.version().value(),
                GovernanceJson.text(snapshot));
    }

    private long add(RefusedChange refused) throws SQLException {
        long number = count("refusals", refused.family()) + 1;
        rows.change(
                "INSERT INTO refusals (family, number, body) VALUES (?, ?, ?)",
                refused.family(),
                number,
                GovernanceJson.text(refused.numbered(number)));
        return number;
    }

    private void add(String family, Answered answered, List<Long> refusals) throws SQLException {
        Answered numbered = answered.changed() ? answered : answered.refused(refusals.getLast());
        rows.change(
                "INSERT INTO answers (family, key, body) VALUES (?, ?, ?)",
                family,
                answered.key(),
                GovernanceJson.text(numbered));
    }

    /**
     * @param table one of ours
     */
    private long count(String table, String family) throws SQLException {
        String select = "SELECT count(*) FROM " + table + " WHERE family = ?";
        return rows.one(row -> row.getLong(1), select, family).orElse(0L);
    }
}
