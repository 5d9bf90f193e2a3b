package io.praetor.adapters.sqlite;

import io.praetor.log.Hash;
import io.praetor.log.Micros;
import io.praetor.log.RecordId;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.Disagreement;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A review as a row of the table, and back. */
final class ReviewRow {
    static final String COLUMNS =
            "id, record, record_hash, reviewer, instant, verdict, decision, reasoning,"
                    + " classification, risk, citations, disagreement, blind, explanation_score,"
                    + " advice_helped, note, took_millis";

    static final String INSERT =
            "INSERT INTO reviews (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    .formatted(COLUMNS);

    private static final String ACCEPTED = "accepted";
    private static final String CORRECTED = "corrected";

    /** Between clause ids, which never hold one. */
    private static final String BETWEEN = "\n";

    private ReviewRow() {}

    static void write(Review review, PreparedStatement to) throws SQLException {
        to.setString(1, review.id().toString());
        to.setString(2, review.record().value());
        to.setBytes(3, review.recordHash().toBytes());
        to.setString(4, review.reviewer().value());
        to.setLong(5, Micros.of(review.at()));
        switch (review.verdict()) {
            case Verdict.Accepted _ -> {
                to.setString(6, ACCEPTED);
                for (int column = 7; column <= 12; column++) {
                    to.setString(column, null);
                }
            }
            case Verdict.Corrected corrected -> write(corrected, to);
        }
        Looking looking = review.looking();
        to.setInt(13, looking.blind() ? 1 : 0);
        to.setObject(14, boxed(looking.explanationScore()));
        to.setObject(15, looking.adviceHelped().map(helped -> helped ? 1 : 0).orElse(null));
        to.setString(16, looking.note().orElse(null));
        to.setObject(17, looking.took().map(Duration::toMillis).orElse(null));
    }

    private static void write(Verdict.Corrected corrected, PreparedStatement to)
            throws SQLException {
        to.setString(6, CORRECTED);
        to.setString(7, corrected.decision().map(Effect::label).orElse(null));
        to.setString(8, corrected.reasoning().orElse(null));
        to.setString(9, corrected.classification().orElse(null));
        to.setString(10, corrected.risk().map(RiskLevel::label).orElse(null));
        to.setString(11, corrected.citations().map(ReviewRow::joined).orElse(null));
        to.setString(12, corrected.kind().map(Disagreement::label).orElse(null));
    }

    static Review read(ResultSet row) throws SQLException {
        try {
            return new Review(
                    new ReviewId(UUID.fromString(row.getString(1))),
                    new RecordId(row.getString(2)),
                    Hash.of(row.getBytes(3)),
                    new ReviewerId(row.getString(4)),
                    Micros.instant(row.getLong(5)),
                    row.getString(6).equals(ACCEPTED) ? Verdict.ACCEPTED : correctedOf(row),
                    lookingOf(row));
        } catch (IllegalArgumentException garbled) {
            throw new SQLException("a review is garbled: " + garbled.getMessage(), garbled);
        }
    }

    private static Verdict correctedOf(ResultSet row) throws SQLException {
        return new Verdict.Corrected(
                label(Effect.class, row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                label(RiskLevel.class, row.getString(10)),
                Optional.ofNullable(row.getString(11)).map(ReviewRow::split),
                label(Disagreement.class, row.getString(12)));
    }

    private static Looking lookingOf(ResultSet row) throws SQLException {
        int score = row.getInt(14);
        OptionalInt scored = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(score);
        int helped = row.getInt(15);
        Optional<Boolean> help = row.wasNull() ? Optional.empty() : Optional.of(helped == 1);
        long millis = row.getLong(17);
        Optional<Duration> took =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        return new Looking(
                row.getInt(13) == 1, Optional.ofNullable(row.getString(16)), scored, help, took);
    }

    private static String joined(List<ClauseId> clauses) {
        return clauses.stream().map(ClauseId::value).collect(Collectors.joining(BETWEEN));
    }

    private static List<ClauseId> split(String clauses) {
        return clauses.isEmpty()
                ? List.of()
                : Arrays.stream(clauses.split(BETWEEN, -1)).map(ClauseId::new).toList();
    }

    private static <E extends Enum<E>> Optional<E> label(Class<E> type, @Nullable String label) {
        return label == null
                ? Optional.empty()
                : Optional.of(
                        Labels.read(type, label)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "unknown label `%s`".formatted(label))));
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
