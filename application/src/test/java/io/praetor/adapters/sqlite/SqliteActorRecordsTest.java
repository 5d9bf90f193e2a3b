package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.ActorRecordsContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteActorRecordsTest extends ActorRecordsContract {
    private static final String REVIEW =
            """
            INSERT INTO reviews (id, record, record_hash, reviewer, instant, verdict, blind)
            SELECT ?, id, hash, ?, 0, ?, 0 FROM records WHERE id = ?
            """;

    @TempDir private Path folder;

    private final List<SqliteDecisionLog> opened = new ArrayList<>();

    private Path file() {
        return folder.resolve(opened.size() + ".db");
    }

    @Override
    protected Kept fresh() {
        opened.add(SqliteDecisionLog.open(file(), Durability.PROCESS, "test/sqlite"));
        return Kept.of(opened.getLast());
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteDecisionLog::close);
    }

    @Test
    void theOverrideRateIsThatOfTheCurrentReviews() throws SQLException {
        Path file = file();
        Kept kept = fresh();
        List<String> ids = recordThree(kept, "user:ann");
        try (Connection connection = Connections.connect(file, false);
                PreparedStatement review = connection.prepareStatement(REVIEW)) {
            add(review, ids.get(0), "user:olivia", "corrected");
            add(review, ids.get(1), "user:olivia", "corrected");
            add(review, ids.get(1), "user:pat", "accepted");
        }
        assertThat(observed(kept.actors(), "user:ann").overrideRate())
                .isEqualTo(OptionalDouble.of(.5));
    }

    private static void add(PreparedStatement review, String record, String by, String verdict)
            throws SQLException {
        review.setString(1, record + by);
        review.setString(2, by);
        review.setString(3, verdict);
        review.setString(4, record);
        review.executeUpdate();
    }
}
