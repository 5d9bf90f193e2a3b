package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.log.ChainedRecord;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogSamples;
import io.praetor.log.LogUnavailableException;
import io.praetor.policy.Effect;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewStoreContract;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReviewStoreTest extends ReviewStoreContract {
    @TempDir private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();

    private Path file() {
        return folder.resolve("log.db");
    }

    @Override
    protected Kept fresh() {
        SqliteDecisionLog log = SqliteDecisionLog.open(file(), Durability.PROCESS, "test/reviews");
        SqliteReviewStore reviews = SqliteReviewStore.open(file(), Durability.PROCESS);
        opened.addAll(List.of(reviews, log));
        return new Kept(log, reviews);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private static ChainedRecord recordOne(SqliteDecisionLog log) {
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            recorder.record(new LogSamples(new SplittableRandom(5)).record());
        }
        return log.page(0, 1).getFirst();
    }

    private static Review review(ChainedRecord of, int number, Verdict verdict) {
        return new Review(
                new ReviewId(new UUID(0x7000, number)),
                of.record().id(),
                of.hash(),
                new ReviewerId("ann"),
                LogSamples.START,
                verdict,
                Looking.PLAIN);
    }

    private static Verdict corrected(Effect effect, String reasoning) {
        return new Verdict.Corrected(
                Optional.of(effect),
                Optional.of(reasoning),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theSeedsViewShowsTheNewestReview() throws SQLException {
        Kept kept = fresh();
        ChainedRecord record = recordOne((SqliteDecisionLog) kept.log());
        kept.reviews().append(review(record, 1, corrected(Effect.DENY, "no")));
        kept.reviews().append(review(record, 2, corrected(Effect.REQUIRE_MFA, "ask first")));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT reviewed || review_decision || review_reasoning"
                                        + " FROM decisions")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("1require_mfaask first");
        }
    }

    @Test
    void reviewsAreReadWhileAnotherHoldsTheLogAndNeverWrittenPastIt() {
        Kept kept = fresh();
        ChainedRecord record = recordOne((SqliteDecisionLog) kept.log());
        Review first = review(record, 1, Verdict.ACCEPTED);
        kept.reviews().append(first);
        try (SqliteReviewStore reader = SqliteReviewStore.read(file())) {
            assertThat(reader.after(0, 10)).containsExactly(first);
            assertThatThrownBy(() -> reader.append(review(record, 2, Verdict.ACCEPTED)))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("reading only");
        }
    }

    @Test
    void reviewsOfAnOlderDatabaseAreKeptByTheMigration() throws SQLException, IOException {
        Path old = folder.resolve("old.db");
        String id = new UUID(0x7000, 9).toString();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(first());
            statement.executeUpdate("PRAGMA user_version = 1");
            statement.executeUpdate("INSERT INTO log (origin) VALUES ('test/old')");
            statement.executeUpdate(
                    """
                    INSERT INTO records (sequence, id, instant, kind, version, hash, body)
                    VALUES (0, 'r', 0, 'decision', 'v', zeroblob(32), '{}')
                    """);
            statement.executeUpdate(
                    """
                    INSERT INTO reviews
                        (id, record, record_hash, reviewer, instant, verdict, decision, blind)
                    VALUES ('%s', 'r', zeroblob(32), 'ann', 7, 'corrected', 'deny', 1)
                    """
                            .formatted(id));
        }
        assertThatThrownBy(() -> SqliteReviewStore.read(old).close())
                .hasMessageContaining("open it once for writing");
        SqliteDecisionLog.read(old).close();
        SqliteDecisionLog.open(old, Durability.PROCESS, "").close();
        try (SqliteReviewStore reviews = SqliteReviewStore.open(old, Durability.PROCESS)) {
            assertThat(reviews.after(0, 10))
                    .singleElement()
                    .satisfies(
                            review -> {
                                assertThat(review.id().toString()).isEqualTo(id);
                                assertThat(review.looking().blind()).isTrue();
                            });
        }
    }

    @Test
    void whatWasKeptSurvivesTheKillingOfItsProcess() throws IOException {
        for (int round = 1; round <= 3; round++) {
            Path killed = folder.resolve("killed-" + round + ".db");
            List<String> said = keptBeforeTheKill(killed, 40 * round);
            SqliteDecisionLog.open(killed, Durability.PROCESS, "").close();
            try (SqliteReviewStore reviews = SqliteReviewStore.read(killed)) {
                List<Review> found = reviews.after(0, 100_000);
                assertThat(found)
                        .extracting(review -> review.id().toString())
                        .startsWith(said.toArray(String[]::new));
            }
        }
    }

    /** What the program said that it had kept, up to some number of reviews, when it was killed. */
    private static List<String> keptBeforeTheKill(Path file, int count) throws IOException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReviewWriting.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            while (said.size() < count) {
                said.add(lines.readLine());
            }
            // By its handle: the process itself would close what it said, unread.
            program.toHandle().destroyForcibly();
            lines.lines()
                    .filter(line -> line.length() == said.getFirst().length())
                    .forEach(said::add);
        }
        return said;
    }

    private static String first() throws IOException {
        try (var resource = Objects.requireNonNull(Schema.class.getResourceAsStream("1-log.sql"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
