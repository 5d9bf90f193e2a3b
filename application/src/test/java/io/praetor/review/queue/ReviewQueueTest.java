package io.praetor.review.queue;

import static io.praetor.review.Reviewing.NO_DRAWS;
import static io.praetor.review.Reviewing.rather;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.decision.Path;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Conduct.Need;
import io.praetor.review.ReviewSettings;
import io.praetor.review.ReviewerId;
import io.praetor.review.Reviewing;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Verdict;
import io.praetor.review.queue.Entry.Pick;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {
    private static final ReviewerId ANN = new ReviewerId("ann");
    private static final ReviewerId BEN = new ReviewerId("ben");
    private static final ReviewerId CAY = new ReviewerId("cay");

    private Reviewing reviewing = new Reviewing(NO_DRAWS);

    @AfterEach
    void close() {
        reviewing.close();
    }

    private ReviewQueue under(ReviewSettings settings) {
        reviewing.close();
        reviewing = new Reviewing(settings);
        return new ReviewQueue(reviewing.book, reviewing.claims, settings);
    }

    private static ReviewSettings shares(
            double floor, double sample, double blind, double known, double second) {
        return new ReviewSettings(
                1, floor, sample, blind, known, second, Duration.ofMinutes(15), 50);
    }

    private static List<RecordId> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.of().id()).toList();
    }

    @Test
    void whatIsMostWorthLookingAtComesFirstAndSaysWhy() {
        ReviewQueue queue = under(NO_DRAWS);
        RecordId plain = reviewing.record(Facts.PLAIN);
        RecordId unsureAndDear =
                reviewing.record(Facts.PLAIN.doing("deploy").at(RiskLevel.CRITICAL).sure(.6));
        RecordId unsureAndCheap = reviewing.record(Facts.PLAIN.doing("note").sure(.6));
        RecordId denied =
                reviewing.record(
                        Facts.PLAIN
                                .doing("drop")
                                .at(RiskLevel.CRITICAL)
                                .sure(.6)
                                .decided(Effect.DENY));
        List<Entry> list = queue.list(ANN, Filter.UNREVIEWED, 10);
        assertThat(ids(list)).containsExactly(unsureAndDear, denied, unsureAndCheap, plain);
        assertThat(list.getFirst().reasons())
                .containsExactly(
                        "confidence 0.60 (0.40)",
                        "none of its sort reviewed: `deploy none` (0.20)",
                        "stakes 1.00: allow at tier critical",
                        "worth 0.52 = chance of error 0.52 times stakes 1.00");
    }

    @Test
    void modesAndFiltersRestrictTheQueue() {
        ReviewQueue queue = under(NO_DRAWS);
        RecordId right = reviewing.record(Facts.PLAIN.expecting(Effect.ALLOW));
        RecordId wrong = reviewing.record(Facts.PLAIN.expecting(Effect.DENY));
        RecordId high = reviewing.record(Facts.PLAIN.at(RiskLevel.HIGH).through(Path.FALLBACK));
        reviewing.says("ann", high, rather(Effect.DENY));
        assertThat(ids(queue.list(BEN, Filter.UNREVIEWED, 10))).containsExactly(wrong, right);
        assertThat(ids(queue.list(BEN, filter(Mode.INCORRECT, null), 10)))
                .containsExactlyInAnyOrder(wrong, high);
        assertThat(ids(queue.list(BEN, filter(Mode.ALL, null), 10)))
                .containsExactlyInAnyOrder(right, wrong, high);
        assertThat(ids(queue.list(BEN, filter(Mode.ALL, RiskLevel.HIGH), 10)))
                .containsExactly(high);
        assertThat(queue.list(BEN, filter(Mode.ALL, RiskLevel.CRITICAL), 10)).isEmpty();
    }

    private static Filter filter(Mode mode, @org.jspecify.annotations.Nullable RiskLevel tier) {
        return new Filter(mode, Optional.empty(), Optional.ofNullable(tier), Optional.empty());
    }

    @Test
    void nobodyIsShownTheirOwnActions() {
        ReviewQueue queue = under(NO_DRAWS);
        reviewing.record(Facts.PLAIN.by("user:ann"));
        assertThat(queue.list(ANN, filter(Mode.ALL, null), 10)).isEmpty();
        assertThat(queue.list(BEN, filter(Mode.ALL, null), 10)).hasSize(1);
    }

    @Test
    void aClaimKeepsACaseForOneReviewerUntilItExpiresOrIsPassedOn() {
        ReviewQueue queue = under(NO_DRAWS);
        RecordId record = reviewing.record(Facts.PLAIN);
        assertThat(queue.claimNext(ANN, Filter.UNREVIEWED)).isPresent();
        assertThat(queue.claimNext(BEN, Filter.UNREVIEWED)).isEmpty();
        assertThat(reviewing.claims.delegate(record, BEN, CAY)).isEmpty();
        assertThat(reviewing.claims.delegate(record, ANN, CAY)).isPresent();
        Entry passed = queue.list(CAY, Filter.UNREVIEWED, 1).getFirst();
        assertThat(passed.pick()).isEqualTo(Pick.CLAIMED);
        assertThat(passed.reasons()).contains("passed on by `ann`");
        reviewing.pass(Duration.ofMinutes(16));
        assertThat(queue.claimNext(BEN, Filter.UNREVIEWED)).isPresent();
    }

    @Test
    void aConflictOfTwoGoesToAThirdAndThenIsSettled() {
        ReviewQueue queue = under(shares(0, 0, 0, 0, 1));
        RecordId record = reviewing.record(Facts.PLAIN);
        reviewing.says("ann", record, Verdict.ACCEPTED);
        assertThat(queue.list(ANN, Filter.UNREVIEWED, 10)).isEmpty();
        assertThat(queue.list(BEN, Filter.UNREVIEWED, 10))
                .singleElement()
                .extracting(Entry::need)
                .isEqualTo(Need.SECOND);
        reviewing.says("ben", record, rather(Effect.DENY));
        assertThat(queue.list(CAY, Filter.UNREVIEWED, 10))
                .singleElement()
                .extracting(Entry::need)
                .isEqualTo(Need.ADJUDICATION);
        reviewing.says("cay", record, rather(Effect.DENY));
        assertThat(queue.list(new ReviewerId("dan"), Filter.UNREVIEWED, 10)).isEmpty();
    }

    @Test
    void aShareOfPlacesGoesToTheRandomSampleAndItComesNowhereElse() {
        ReviewQueue queue = under(shares(.1, .3, 0, 0, 0));
        for (int index = 0; index < 200; index++) {
            reviewing.record(Facts.PLAIN.sure(.5 + index / 1000.0));
        }
        List<Entry> list = queue.list(ANN, Filter.UNREVIEWED, 100);
        for (int place = 1; place <= list.size(); place++) {
            assertThat(list.get(place - 1).pick())
                    .as("place %d", place)
                    .isEqualTo(place % 10 == 0 ? Pick.RANDOM : Pick.WORTH);
        }
    }

    @Test
    void aBlindCaseSaysNothingOfItsDecision() {
        ReviewQueue queue = under(shares(0, 0, 1, 0, 0));
        reviewing.record(Facts.PLAIN.sure(.3));
        Entry entry = queue.list(ANN, Filter.UNREVIEWED, 1).getFirst();
        assertThat(entry.blind()).isTrue();
        assertThat(entry.reasons())
                .containsExactly(
                        "shown blind: give the decision you would make,"
                                + " then see what was decided");
    }

    @Test
    void aTestDoesNotGiveItsAnswerAway() {
        ReviewQueue queue = under(shares(0, 0, 0, 1, 0));
        reviewing.record(Facts.PLAIN.expecting(Effect.DENY));
        Entry entry = queue.list(ANN, Filter.UNREVIEWED, 1).getFirst();
        assertThat(entry.pick().shown()).isEqualTo(Pick.WORTH);
        assertThat(entry.worth().failed()).isZero();
        assertThat(entry.reasons()).noneMatch(reason -> reason.contains("suite"));
        assertThat(queue.list(ANN, filter(Mode.INCORRECT, null), 1)).isEmpty();
    }
}
