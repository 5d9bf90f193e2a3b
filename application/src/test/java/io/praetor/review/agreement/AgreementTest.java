package io.praetor.review.agreement;

import static io.praetor.review.Reviewing.rather;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Draw;
import io.praetor.review.ReviewSettings;
import io.praetor.review.Reviewing;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Verdict;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final ReviewSettings TWICE =
            new ReviewSettings(1, 0, 0, 0, 1, 1, Duration.ofMinutes(15), 50);

    @Test
    void reviewersAreHeldAgainstEachOtherAndAgainstWhatIsKnown() {
        try (Reviewing reviewing = new Reviewing(TWICE)) {
            for (int index = 0; index < 10; index++) {
                RecordId record = reviewing.record(Facts.PLAIN.expecting(Effect.ALLOW));
                boolean isOdd = index % 2 == 1;
                reviewing.says("ann", record, isOdd ? Verdict.ACCEPTED : rather(Effect.DENY));
                reviewing.says(
                        "ben",
                        record,
                        isOdd || index == 0 ? Verdict.ACCEPTED : rather(Effect.DENY));
            }
            Agreement agreement = Agreement.of(reviewing.book.reviewed(), new Draw(TWICE));
            assertThat(agreement.conflicts()).isEqualTo(1);
            assertThat(agreement.nominal().of()).isEqualTo(10);
            assertThat(agreement.pairs())
                    .singleElement()
                    .satisfies(
                            pair -> {
                                assertThat(pair.kappa().value()).isEqualTo(OptionalDouble.of(.8));
                                assertThat(pair.kappa().low()).isLessThan(.8);
                                assertThat(pair.kappa().high()).isGreaterThan(.8);
                            });
            assertThat(agreement.reviewers())
                    .extracting(reviewer -> reviewer.known().value().orElseThrow())
                    .containsExactly(.5, .6);
        }
    }

    @Test
    void nobodyHasReviewedYet() {
        Agreement agreement = Agreement.of(java.util.List.of(), new Draw(ReviewSettings.DEFAULT));
        assertThat(agreement.nominal().value()).isEmpty();
        assertThat(agreement.reviewers()).isEmpty();
    }
}
