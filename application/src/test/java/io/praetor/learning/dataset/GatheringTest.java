package io.praetor.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.learning.Lessons;
import io.praetor.learning.dataset.DataSet.Gathered;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Reviewing;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Reviewing reviewing = new Reviewing(Reviewing.NO_DRAWS);

    @AfterEach
    void close() {
        reviewing.close();
    }

    private Gathered gathered() {
        return new Gathering(Lessons.reader(reviewing), Safeguards.DEFAULT)
                .of(reviewing.book.reviewed());
    }

    private DataSet ready() {
        return switch (gathered()) {
            case Gathered.Ready ready -> ready.set();
            case Gathered.Refused refused ->
                    throw new AssertionError(refused.shortfalls().toString());
        };
    }

    @Test
    void fortyNineCorrectionsAreOneTooFew() {
        Lessons.review(reviewing, 49, Reviewing.rather(Effect.REQUIRE_MFA));
        Lessons.review(reviewing, 30, Verdict.ACCEPTED);
        assertThat(gathered())
                .isInstanceOfSatisfying(
                        Gathered.Refused.class,
                        refused ->
                                assertThat(refused.shortfalls().getFirst())
                                        .contains("50 are needed")
                                        .contains("missing; ")
                                        .contains("require_mfa"));
    }

    @Test
    void aCorrectionOfReasoningAloneCounts() {
        Lessons.review(reviewing, 70, Reviewing.reasoning("The member may read what is public."));
        assertThat(ready().training())
                .allMatch(Lesson::isCorrection)
                .noneMatch(Lesson::changesDecision)
                .allMatch(Lesson::changesReasoning);
    }

    @Test
    void reasonsForAWrongDecisionAreNoReasonsForTheRightOne() {
        Lessons.review(reviewing, 80, Reviewing.rather(Effect.DENY));
        assertThat(ready().training())
                .filteredOn(Lesson::changesDecision)
                .isNotEmpty()
                .allMatch(lesson -> lesson.confirmed().reasoning().isEmpty());
    }

    @Test
    void nineKindsOfCaseAreOneTooFew() {
        for (int index = 0; index < 90; index++) {
            RecordId record =
                    reviewing.record(Facts.PLAIN.by("user:u" + index).doing("action" + index % 9));
            reviewing.says("user:rita", record, Reviewing.reasoning("Because of " + index));
        }
        assertThat(gathered())
                .isInstanceOfSatisfying(
                        Gathered.Refused.class,
                        refused ->
                                assertThat(refused.shortfalls())
                                        .anyMatch(it -> it.startsWith("9 kinds of case")));
    }

    @Test
    void whatReviewersDisagreeOnTeachesNothing() {
        RecordId record = reviewing.record(Facts.PLAIN);
        reviewing.says("user:rita", record, Verdict.ACCEPTED);
        reviewing.says("user:ben", record, Reviewing.rather(Effect.DENY));
        assertThat(gathered())
                .isInstanceOfSatisfying(
                        Gathered.Refused.class,
                        refused ->
                                assertThat(refused.count().leftOut())
                                        .containsEntry("reviewers disagree", 1L));
    }

    @Test
    void noActorStandsOnBothSidesAndTheNewestIsHeldOut() {
        Lessons.review(reviewing, 240, Lessons.rather(Effect.REQUIRE_ATTESTATION, "Ask a peer."));
        DataSet set = ready();
        assertThat(set.heldOut()).isNotEmpty();
        assertThat(names(set.heldOut())).doesNotContainAnyElementsOf(names(set.training()));
        assertThat(set.heldOut().getLast().at()).isAfter(set.training().getFirst().at());
    }

    @Test
    void namesAreReplacedWhereverTheyStand() {
        Lessons.review(reviewing, 80, Reviewing.reasoning("As actor7 asked, and user:actor8 too."));
        assertThat(Stream.of(ready()).flatMap(set -> set.training().stream()))
                .allSatisfy(
                        lesson ->
                                assertThat(lesson.situation().toString())
                                        .doesNotContain("user:actor"));
    }

    private static Set<String> names(List<Lesson> lessons) {
        Set<String> names = new HashSet<>();
        lessons.forEach(lesson -> names.addAll(lesson.related()));
        return names;
    }
}
