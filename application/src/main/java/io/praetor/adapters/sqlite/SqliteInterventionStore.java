package io.praetor.adapters.sqlite;

import io.praetor.governance.GovernanceJson;
import io.praetor.intervention.Feedback;
import io.praetor.intervention.InterventionStore;
import io.praetor.intervention.LinUcb;
import io.praetor.intervention.Suggestion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Interventions in the SQLite file of governance. Any number of processes. Thread-safe. */
public final class SqliteInterventionStore implements InterventionStore, AutoCloseable {
    private final GovernanceFile file;

    private SqliteInterventionStore(GovernanceFile file) {
        this.file = file;
    }

    /** Opens a store; creates it, and its folder, where there is none. */
    public static SqliteInterventionStore open(Path path) {
        return new SqliteInterventionStore(GovernanceFile.open(path));
    }

    @Override
    public LinUcb learnt() {
        return file.read(
                rows ->
                        rows.one(row -> Rows.json(row, 1, LinUcb.class), "SELECT body FROM bandit")
                                .orElse(LinUcb.FRESH));
    }

    @Override
    public Suggestion keep(Suggestion suggestion) {
        return file.write(
                rows -> {
                    rows.change(
                            "INSERT OR IGNORE INTO suggestions (id, body) VALUES (?, ?)",
                            suggestion.id(),
                            GovernanceJson.text(suggestion));
                    return suggestion(rows, suggestion.id()).orElseThrow();
                });
    }

    @Override
    public Optional<Suggestion> suggestion(String id) {
        return file.read(rows -> suggestion(rows, id));
    }

    @Override
    public Optional<Feedback> feedback(String suggestion) {
        return file.read(
                rows ->
                        rows.one(
                                row -> Rows.json(row, 1, Feedback.class),
                                "SELECT body FROM feedbacks WHERE suggestion = ?",
                                suggestion));
    }

    @Override
    public boolean keep(Feedback feedback, LinUcb before, LinUcb after) {
        return file.write(
                rows -> {
                    rows.change(
                            "INSERT OR IGNORE INTO bandit (id, revision, body) VALUES (1, 0, ?)",
                            GovernanceJson.text(LinUcb.FRESH));
                    boolean isCurrent =
                            rows.one(
                                            row -> true,
                                            "SELECT 1 FROM bandit WHERE revision = ?",
                                            before.revision())
                                    .isPresent();
                    if (!isCurrent || !isNew(rows, feedback)) {
                        return false;
                    }
                    rows.change(
                            "UPDATE bandit SET revision = ?, body = ?",
                            after.revision(),
                            GovernanceJson.text(after));
                    return true;
                });
    }

    private static boolean isNew(Rows rows, Feedback feedback) throws SQLException {
        return rows.change(
                        "INSERT OR IGNORE INTO feedbacks (suggestion, body) VALUES (?, ?)",
                        feedback.suggestion(),
                        GovernanceJson.text(feedback))
                > 0;
    }

    private static Optional<Suggestion> suggestion(Rows rows, String id) throws SQLException {
        return rows.one(
                row -> Rows.json(row, 1, Suggestion.class),
                "SELECT body FROM suggestions WHERE id = ?",
                id);
    }

    @Override
    public void close() {
        file.close();
    }
}
