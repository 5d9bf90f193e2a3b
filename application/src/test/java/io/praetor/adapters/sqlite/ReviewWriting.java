package io.praetor.adapters.sqlite;

import io.praetor.log.ChainedRecord;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogSamples;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.UUID;

/** A program that keeps reviews until it is killed, and says of each that it was kept. */
final class ReviewWriting {
    private ReviewWriting() {}

    /**
     * @param arguments the log's file
     */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        SqliteDecisionLog log = SqliteDecisionLog.open(file, Durability.PROCESS, "test/killed");
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            recorder.record(new LogSamples(new SplittableRandom(5)).record());
        }
        ChainedRecord record = log.page(0, 1).getFirst();
        SqliteReviewStore reviews = SqliteReviewStore.open(file, Durability.PROCESS);
        for (long number = 1; number < Long.MAX_VALUE; number++) {
            ReviewId id = new ReviewId(new UUID(0x7000, number));
            reviews.append(
                    new Review(
                            id,
                            record.record().id(),
                            record.hash(),
                            new ReviewerId("ann"),
                            LogSamples.START,
                            Verdict.ACCEPTED,
                            Looking.PLAIN));
            System.out.println(id);
        }
    }
}
