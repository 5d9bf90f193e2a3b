package io.praetor.review.statistics;

import static io.praetor.review.Reviewing.NO_DRAWS;
import static io.praetor.review.Reviewing.rather;
import static io.praetor.review.Reviewing.reasoning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.ReviewSettings;
import io.praetor.review.ReviewerId;
import io.praetor.review.Reviewing;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Submission;
import io.praetor.review.Submission.Remarks;
import io.praetor.review.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReviewStatisticsTest {
    private static ReviewStatistics of(Reviewing reviewing, ReviewSettings settings) {
        return ReviewStatistics.of(reviewing.log.tallies(), reviewing.book.reviewed(), settings);
    }

    @Test
    void aCorrectionOfReasoningIsACorrectionAndLeavesTheEffect() {
        try (Reviewing reviewing = new Reviewing(NO_DRAWS)) {
            List<RecordId> records =
                    java.util.stream.Stream.generate(() -> reviewing.record(Facts.PLAIN))
                            .limit(4)
                            .toList();
            reviewing.says("ann", records.get(0), Verdict.ACCEPTED);
            reviewing.says("ann", records.get(1), rather(Effect.DENY));
            reviewing.says("ann", records.get(2), reasoning("say why"));
            ReviewStatistics statistics = of(reviewing, NO_DRAWS);
            assertThat(statistics.decisions()).isEqualTo(4);
            assertThat(statistics.effects()).isEqualTo(Map.of("allow", 4L));
            assertThat(statistics.reviewed()).isEqualTo(3);
            assertThat(statistics.corrections()).isEqualTo(Map.of("decision", 1, "reasoning", 1));
            assertThat(statistics.kinds()).isEqualTo(Map.of("too_permissive", 1));
            assertThat(statistics.accuracy().value()).isEqualTo(OptionalDouble.of(2 / 3.0));
            assertThat(statistics.accepted().value()).isEqualTo(OptionalDouble.of(1 / 3.0));
            assertThat(statistics.training().corrections()).isEqualTo(2);
            assertThat(statistics.training().isReady()).isFalse();
        }
    }

    @Test
    void scoresAndTimesAreThoseThatWereGiven() {
        try (Reviewing reviewing = new Reviewing(NO_DRAWS)) {
            for (int score : new int[] {2, 4, 3}) {
                RecordId record = reviewing.record(Facts.PLAIN);
                reviewing.desk.submit(
                        new ReviewerId("ann"),
                        new Submission(
                                record,
                                reviewing.chained(record).hash(),
                                Verdict.ACCEPTED,
                                new Remarks(
                                        Optional.empty(),
                                        OptionalInt.of(score),
                                        Optional.of(score > 2),
                                        Optional.of(Duration.ofSeconds(score))),
                                false));
            }
            ReviewStatistics statistics = of(reviewing, NO_DRAWS);
            assertThat(statistics.explanation().value()).isEqualTo(OptionalDouble.of(3));
            assertThat(statistics.explanation().low())
                    .isEqualTo(3 - 1.96 / Math.sqrt(3), within(.01));
            assertThat(statistics.helped().value()).isEqualTo(OptionalDouble.of(2 / 3.0));
            assertThat(statistics.withAdvice()).contains(Duration.ofSeconds(3));
            assertThat(statistics.withoutAdvice()).isEmpty();
        }
    }

    @Test
    void nothingReviewedIsUnknownNotZero() {
        try (Reviewing reviewing = new Reviewing(NO_DRAWS)) {
            ReviewStatistics statistics = of(reviewing, NO_DRAWS);
            assertThat(statistics.accuracy().value()).isEmpty();
            assertThat(statistics.sample().low()).isZero();
            assertThat(statistics.sample().high()).isEqualTo(1);
        }
    }

    @Test
    void errorsThatComeInNumbersStandOutAndOthersDoNot() {
        try (Reviewing reviewing = new Reviewing(NO_DRAWS)) {
            for (int index = 0; index < 60; index++) {
                boolean isDeploy = index % 6 == 0;
                RecordId record = reviewing.record(Facts.PLAIN.doing(isDeploy ? "deploy" : "read"));
                boolean isWrong = isDeploy || index == 7;
                reviewing.says("ann", record, isWrong ? rather(Effect.DENY) : Verdict.ACCEPTED);
            }
            List<SystematicError> errors = SystematicErrors.of(reviewing.book.reviewed());
            assertThat(errors)
                    .singleElement()
                    .satisfies(
                            error -> {
                                assertThat(error.features()).containsExactly("action deploy");
                                assertThat(error.corrections()).isEqualTo(10);
                                assertThat(error.rate().value()).isEqualTo(OptionalDouble.of(1));
                                assertThat(error.examples()).hasSize(5);
                            });
        }
    }

    @Test
    void theTailIsThatOfTheBinomialDistribution() {
        assertThat(SystematicErrors.atLeast(2, 3, .5)).isEqualTo(.5, within(1e-12));
        assertThat(SystematicErrors.atLeast(10, 10, .1)).isEqualTo(1e-10, within(1e-15));
        assertThat(SystematicErrors.atLeast(0, 5, .1)).isEqualTo(1);
    }
}
