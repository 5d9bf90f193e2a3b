package io.praetor.review;

import static io.praetor.review.Reviewing.NO_DRAWS;
import static io.praetor.review.Reviewing.rather;
import static io.praetor.review.Reviewing.reasoning;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.Hash;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogSamples;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Reception.Cause;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Submission.Remarks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewDeskTest {
    private static final ReviewSettings ALL_BLIND =
            new ReviewSettings(1, 0, 0, 1, 0, 0, Duration.ofMinutes(15), 50);

    private Reviewing reviewing = new Reviewing(NO_DRAWS);

    @AfterEach
    void close() {
        reviewing.close();
    }

    private static Review kept(Reception reception) {
        assertThat(reception).isInstanceOf(Reception.Kept.class);
        return ((Reception.Kept) reception).review();
    }

    private static void refused(Reception reception, Cause cause) {
        assertThat(reception).isInstanceOf(Reception.Refused.class);
        assertThat(((Reception.Refused) reception).cause()).isEqualTo(cause);
    }

    @Test
    void whoeverListensKnowsBeforeTheCallReturns() {
        RecordId record = reviewing.record(Facts.PLAIN);
        Review review = kept(reviewing.says("ann", record, Verdict.ACCEPTED));
        assertThat(reviewing.heard).containsExactly(review);
        assertThat(reviewing.store.of(record)).containsExactly(review);
    }

    @Test
    void aCorrectionSaysInWhichWayItWasWrong() {
        RecordId allowed = reviewing.record(Facts.PLAIN);
        RecordId denied = reviewing.record(Facts.PLAIN.decided(Effect.DENY));
        assertThat(kept(reviewing.says("ann", allowed, rather(Effect.DENY))).verdict())
                .extracting(verdict -> ((Verdict.Corrected) verdict).kind())
                .isEqualTo(Optional.of(Disagreement.TOO_PERMISSIVE));
        assertThat(kept(reviewing.says("ann", denied, rather(Effect.ALLOW))).verdict())
                .extracting(verdict -> ((Verdict.Corrected) verdict).kind())
                .isEqualTo(Optional.of(Disagreement.TOO_STRICT));
    }

    @Test
    void whatCannotBeAReviewIsRefusedAndNothingIsKept() {
        RecordId record = reviewing.record(Facts.PLAIN.by("user:zoe"));
        Submission good = reviewing.submission(record, Verdict.ACCEPTED, false);
        ReviewerId ann = new ReviewerId("ann");
        Submission unknown =
                new Submission(
                        new RecordId("nobody"),
                        good.recordHash(),
                        good.verdict(),
                        Remarks.NONE,
                        false);
        Submission stale = new Submission(record, Hash.ZERO, good.verdict(), Remarks.NONE, false);
        refused(reviewing.desk.submit(ann, unknown), Cause.NO_SUCH_CASE);
        refused(reviewing.desk.submit(ann, stale), Cause.HASH_DIFFERS);
        refused(reviewing.revises("ann", record, Verdict.ACCEPTED), Cause.ALREADY_REVIEWED);
        refused(reviewing.says("ann", record, rather(Effect.ALLOW)), Cause.WRONG_VERDICT);
        for (String own : new String[] {"user:zoe", "zoe", "Zoe", "local:zoe"}) {
            refused(reviewing.says(own, record, Verdict.ACCEPTED), Cause.OWN_ACTION);
        }
        reviewing.claims.take(record, new ReviewerId("ben"));
        refused(reviewing.says("ann", record, Verdict.ACCEPTED), Cause.CLAIMED);
        assertThat(reviewing.heard).isEmpty();
        assertThat(reviewing.store.after(0, 10)).isEmpty();
    }

    @Test
    void theSameReviewerTwiceIsAnErrorUnlessItIsARevision() {
        RecordId record = reviewing.record(Facts.PLAIN);
        kept(reviewing.says("ann", record, Verdict.ACCEPTED));
        refused(reviewing.says("ann", record, rather(Effect.DENY)), Cause.ALREADY_REVIEWED);
        Review second = kept(reviewing.revises("ann", record, rather(Effect.DENY)));
        assertThat(reviewing.book.reviewsOf(record).getLast()).isEqualTo(second);
    }

    @Test
    void aBlindCaseAsksForADecisionAndAcceptsWhereItIsTheSame() {
        reviewing.close();
        reviewing = new Reviewing(ALL_BLIND);
        RecordId same = reviewing.record(Facts.PLAIN);
        RecordId other = reviewing.record(Facts.PLAIN);
        refused(reviewing.says("ann", same, Verdict.ACCEPTED), Cause.WRONG_VERDICT);
        refused(reviewing.says("ann", same, reasoning("because")), Cause.WRONG_VERDICT);
        Review agreed = kept(reviewing.says("ann", same, rather(Effect.ALLOW)));
        assertThat(agreed.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(agreed.looking().blind()).isTrue();
        Review differed = kept(reviewing.says("ann", other, rather(Effect.DENY)));
        assertThat(differed.verdict().effectAfter(Effect.ALLOW)).isEqualTo(Effect.DENY);
    }

    @Test
    void theTimeACaseTookIsThatOfItsClaim() {
        RecordId record = reviewing.record(Facts.PLAIN);
        reviewing.claims.take(record, new ReviewerId("ann"));
        reviewing.pass(Duration.ofSeconds(42));
        Review review = kept(reviewing.says("ann", record, Verdict.ACCEPTED));
        assertThat(review.looking().took()).contains(Duration.ofSeconds(42));
        assertThat(reviewing.claims.of(record)).isEmpty();
    }

    @Test
    void anImportedDecisionIsReviewedLikeAnyOther() {
        RecordId readable =
                reviewing.record(
                        new ImportedRecord(
                                new RecordId("dec_1"),
                                LogSamples.START,
                                Optional.of(Effect.ALLOW),
                                Map.of("decision", "allow", "risk_level", "high"),
                                Map.of("situation", "{\"actor\":\"alice\",\"action\":\"read\"}")));
        RecordId garbled =
                reviewing.record(
                        new ImportedRecord(
                                new RecordId("dec_2"),
                                LogSamples.START,
                                Optional.empty(),
                                Map.of("decision", "perhaps"),
                                Map.of()));
        refused(reviewing.says("alice", readable, Verdict.ACCEPTED), Cause.OWN_ACTION);
        kept(reviewing.says("ann", readable, Verdict.ACCEPTED));
        refused(reviewing.says("ann", garbled, Verdict.ACCEPTED), Cause.WRONG_VERDICT);
        kept(reviewing.says("ann", garbled, rather(Effect.DENY)));
    }
}
