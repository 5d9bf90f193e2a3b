package io.praetor.patterns.life;

import static io.praetor.patterns.mining.Team.confirmed;
import static io.praetor.patterns.mining.Team.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.Pattern.State;
import io.praetor.patterns.PatternOpinion;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.mining.Team;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How patterns come to answer, and how they stop. */
class PatternBookTest {
    private static final Instant NOW = Team.START.plus(Duration.ofDays(20));
    private static final int ENOUGH = 60;

    private final PatternBook book = new PatternBook(Team.READER, Ageing.DEFAULT, List.of());

    private void confirm(int from, int count) {
        for (int i = from; i < from + count; i++) {
            book.recall(confirmed(i, write(i % 6).build(), Effect.ALLOW));
        }
    }

    private static Optional<PatternOpinion> asked(PatternBook book, Situation situation) {
        RuleOutcome said = Team.RULES.evaluate(situation);
        return book.library().consult(situation, said.evaluation(), said.risk());
    }

    private boolean answers() {
        return asked(book, write(1).build()).isPresent();
    }

    private void activate() {
        confirm(0, ENOUGH);
        book.mine(NOW, _ -> {});
        book.approve(NOW, "user:olivia", "it holds");
    }

    @Test
    void nothingAnswersBeforeANamedPersonApproved() {
        confirm(0, ENOUGH);
        book.mine(NOW, _ -> {});
        assertThat(answers()).isFalse();
        book.approve(NOW, "user:olivia", "it holds");
        assertThat(answers()).isTrue();
        assertThat(book.all()).extracting(it -> it.standing().by()).containsExactly("user:olivia");
    }

    @Test
    void anAnswerSaysItsBoundAndItsReviews() {
        activate();
        PatternOpinion opinion = asked(book, write(1).build()).orElseThrow();
        assertThat(opinion.evaluation().effect()).isEqualTo(Effect.ALLOW);
        assertThat(opinion.evaluation().confidence()).isBetween(.95, 1.0);
        assertThat(opinion.evaluation().reasons().getFirst())
                .contains(opinion.pattern().value(), "bound 0.957", "review-00059", "57 more");
    }

    @Test
    void oneContradictionStopsAPatternAtOnce() {
        activate();
        List<Pattern> stopped = book.contradict(confirmed(100, write(7).build(), Effect.DENY));
        assertThat(stopped).extracting(it -> it.standing().state()).containsOnly(State.SUSPENDED);
        assertThat(answers()).isFalse();
    }

    @Test
    void anAgreementStopsNothing() {
        activate();
        assertThat(book.contradict(confirmed(100, write(7).build(), Effect.ALLOW))).isEmpty();
        assertThat(answers()).isTrue();
    }

    @Test
    void aStoppedPatternReturnsOnlyWithEnoughNewReviewsAndAnApproval() {
        activate();
        var slip = confirmed(100, write(7).build(), Effect.DENY);
        book.recall(slip);
        book.contradict(slip);
        book.mine(NOW, _ -> {});
        book.approve(NOW, "user:olivia", "again");
        assertThat(answers()).as("on the old reviews").isFalse();
        confirm(101, 8);
        book.mine(NOW, _ -> {});
        assertThat(answers()).as("without an approval").isFalse();
        book.approve(NOW, "user:olivia", "again");
        assertThat(answers()).isTrue();
    }

    @Test
    void aStopOutlivesARestart() {
        activate();
        book.contradict(confirmed(100, write(7).build(), Effect.DENY));
        PatternBook reopened = new PatternBook(Team.READER, Ageing.DEFAULT, book.all());
        assertThat(asked(reopened, write(1).build())).isEmpty();
        for (int i = 0; i < ENOUGH; i++) {
            reopened.recall(confirmed(i, write(i % 6).build(), Effect.ALLOW));
        }
        reopened.mine(NOW, _ -> {});
        reopened.approve(NOW, "user:olivia", "again");
        assertThat(asked(reopened, write(1).build())).as("on the old reviews").isEmpty();
    }

    @Test
    void aChangedClauseStopsWhatRestsOnIt() {
        activate();
        PatternBook changed =
                new PatternBook(
                        new ProfileReader(withOtherText(Team.POLICY)), Ageing.DEFAULT, book.all());
        assertThat(changed.checkClauses(NOW)).hasSize(1);
        assertThat(changed.all().getFirst().standing().reason())
                .isEqualTo("clause `%s` changed".formatted(Team.clause()));
        assertThat(book.checkClauses(NOW)).isEmpty();
    }

    private static PolicySet withOtherText(PolicySet policy) {
        Map<ClauseId, Clause> clauses = new HashMap<>();
        policy.clauses()
                .forEach(
                        (id, clause) ->
                                clauses.put(
                                        id,
                                        new Clause(
                                                id,
                                                clause.text() + " Only on weekdays.",
                                                clause.tier(),
                                                clause.potency(),
                                                clause.position())));
        return new PolicySet(
                policy.header(),
                clauses,
                policy.words(),
                policy.families(),
                policy.sections(),
                policy.fallbacks(),
                policy.trust(),
                policy.team(),
                policy.directory(),
                policy.counters(),
                policy.approvalExpiry(),
                policy.chargeAbsentAtp());
    }

    @Test
    void withEachHalfLifeWithoutAValidationTheEvidenceCountsHalf() {
        activate();
        Pattern pattern = book.all().getFirst();
        Instant last = pattern.evidence().lastValidated();
        Ageing ageing = Ageing.DEFAULT;
        assertThat(ageing.answers(pattern, last.plus(Duration.ofDays(179)))).isTrue();
        assertThat(ageing.answers(pattern, last.plus(Duration.ofDays(181)))).isTrue();
        assertThat(ageing.answers(pattern, last.plus(Duration.ofDays(541)))).isFalse();
        assertThat(ageing.answers(pattern, last.minus(Duration.ofDays(1000)))).isTrue();
    }

    @Test
    void importedClaimsWithoutReviewsAreNotApproved() {
        activate();
        Pattern foreign =
                book.all().getFirst().resting(new Pattern.Evidence(500, 0, NOW, List.of()));
        PatternBook elsewhere = new PatternBook(Team.READER, Ageing.DEFAULT, List.of());
        elsewhere.adopt(List.of(foreign), NOW, "user:pat");
        assertThat(elsewhere.approve(NOW, "user:pat", "trust me")).isEmpty();
        assertThat(asked(elsewhere, write(1).build())).isEmpty();
    }
}
