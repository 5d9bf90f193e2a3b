package io.praetor.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.log.ChainedRecord;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLog;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.Hash;
import io.praetor.log.LogSamples;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.RecordId;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.Review.Looking;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of reviews keeps to. */
public abstract class ReviewStoreContract {
    private static final Verdict EVERYTHING =
            new Verdict.Corrected(
                    Optional.of(Effect.DENY),
                    Optional.of("an admin was not asked \u2014 see above\n"),
                    Optional.of("production_deploy"),
                    Optional.of(RiskLevel.HIGH),
                    Optional.of(List.of(new ClauseId("a.b"), new ClauseId("c.d"))),
                    Optional.of(Disagreement.TOO_PERMISSIVE));

    private static final Looking LOOKED =
            new Looking(
                    true,
                    Optional.of("hard"),
                    OptionalInt.of(4),
                    Optional.of(false),
                    Optional.of(Duration.ofMillis(31_250)));

    /** A store, and the log whose records it reviews; both empty. */
    public record Kept(DecisionLog log, ReviewStore reviews) {}

    private int ids;

    protected abstract Kept fresh();

    private static List<ChainedRecord> record(DecisionLog log, int count) {
        LogSamples samples = new LogSamples(new SplittableRandom(11));
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            for (int index = 0; index < count; index++) {
                recorder.record(samples.record());
            }
        }
        return log.page(0, count);
    }

    private Review review(ChainedRecord of, String by, Verdict verdict, Looking looking) {
        return new Review(
                new ReviewId(new UUID(0x7000, ids++)),
                of.record().id(),
                of.hash(),
                new ReviewerId(by),
                LogSamples.START,
                verdict,
                looking);
    }

    @Test
    void whatWasAppendedReadsBackEqualAndInOrder() {
        Kept kept = fresh();
        List<ChainedRecord> records = record(kept.log(), 2);
        Verdict onlyReasoning =
                new Verdict.Corrected(
                        Optional.empty(),
                        Optional.of("say why"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        Optional.empty());
        List<Review> all =
                List.of(
                        review(records.get(0), "ann", EVERYTHING, LOOKED),
                        review(records.get(1), "ann", Verdict.ACCEPTED, Looking.PLAIN),
                        review(records.get(0), "ben", onlyReasoning, Looking.PLAIN),
                        review(records.get(0), "ann", Verdict.ACCEPTED, Looking.PLAIN));
        all.forEach(kept.reviews()::append);
        assertThat(kept.reviews().after(0, 10)).isEqualTo(all);
        assertThat(kept.reviews().after(1, 2)).isEqualTo(all.subList(1, 3));
        assertThat(kept.reviews().after(4, 2)).isEmpty();
        assertThat(kept.reviews().of(records.get(0).record().id()))
                .containsExactly(all.get(0), all.get(2), all.get(3));
        assertThat(kept.reviews().of(new RecordId("nobody"))).isEmpty();
    }

    @Test
    void aReviewOfARecordThatIsNotThereIsRefused() {
        Kept kept = fresh();
        ChainedRecord record = record(kept.log(), 1).getFirst();
        Review good = review(record, "ann", Verdict.ACCEPTED, Looking.PLAIN);
        Review stray =
                new Review(
                        good.id(),
                        new RecordId("nobody"),
                        good.recordHash(),
                        good.reviewer(),
                        good.at(),
                        good.verdict(),
                        good.looking());
        Review otherHash =
                new Review(
                        good.id(),
                        good.record(),
                        Hash.ZERO,
                        good.reviewer(),
                        good.at(),
                        good.verdict(),
                        good.looking());
        for (Review bad : List.of(stray, otherHash)) {
            assertThatThrownBy(() -> kept.reviews().append(bad))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("a review names a record of this log and its hash");
        }
        assertThat(kept.reviews().after(0, 10)).isEmpty();
    }

    @Test
    void anIdIsTakenOnce() {
        Kept kept = fresh();
        ChainedRecord record = record(kept.log(), 1).getFirst();
        Review review = review(record, "ann", Verdict.ACCEPTED, Looking.PLAIN);
        kept.reviews().append(review);
        assertThatThrownBy(() -> kept.reviews().append(review))
                .isInstanceOf(LogUnavailableException.class);
        assertThat(kept.reviews().after(0, 10)).containsExactly(review);
    }
}
