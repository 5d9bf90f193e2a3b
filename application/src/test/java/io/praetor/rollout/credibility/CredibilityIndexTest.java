package io.praetor.rollout.credibility;

import static io.praetor.rollout.Samples.CODEBOOK;
import static io.praetor.rollout.Samples.DEPLOYS;
import static io.praetor.rollout.Samples.INDEX;
import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.anyCluster;
import static io.praetor.rollout.Samples.anyOutcome;
import static io.praetor.rollout.Samples.episode;
import static io.praetor.rollout.Samples.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.rollout.evidence.Matured;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CredibilityIndexTest {
    private static EvidenceWindow windowOf(List<Matured> history) {
        EvidenceWindow window = new EvidenceWindow(CODEBOOK);
        history.forEach(one -> window.add(one.episode(), one.outcome()));
        return window;
    }

    private static List<Matured> history(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Matured> history = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            Outcome outcome = anyOutcome(random, 0, .06);
            if (random.nextInt(100) == 0) {
                outcome =
                        outcome(
                                outcome.reward().orElseThrow(),
                                0,
                                false,
                                SafetyFlag.UNREADABLE_ANSWER);
            }
            double potency = random.nextInt(3) == 0 ? .9 : .1;
            history.add(new Matured(episode(anyCluster(random), potency), outcome));
        }
        return history;
    }

    @Test
    void theIndexIsWhatAComputationFromTheWholeHistoryGives() {
        for (long seed = 1; seed <= 40; seed++) {
            List<Matured> history = history(seed, 20 + (int) seed * 17);
            Credibility ours = INDEX.of(windowOf(history));
            double[] expected = NaiveIndex.of(history);
            assertThat(ours.score()).as("seed %d", seed).isCloseTo(expected[0], within(1e-9));
            assertThat(ours.point()).as("seed %d", seed).isCloseTo(expected[1], within(1e-9));
        }
    }

    @Test
    void noEvidenceScoresNothing() {
        Credibility none = INDEX.of(new EvidenceWindow(CODEBOOK));
        assertThat(none.score()).isZero();
        assertThat(none.point()).isZero();
    }

    @Test
    void theWorstPossibleRecordStaysUnderTheMinimum() {
        List<Matured> worst = new ArrayList<>();
        for (int index = 0; index < 400; index++) {
            worst.add(
                    new Matured(
                            episode(CODEBOOK.clusters().get(index % 3), .9),
                            outcome(-1, -1, true, SafetyFlag.WRONG_ALLOW)));
        }
        assertThat(INDEX.of(windowOf(worst)).score())
                .isLessThan(Thresholds.DEFAULT.min())
                .isCloseTo(.40, within(.01));
    }

    @Test
    void scoresDoNotDependOnOtherVersions() {
        List<Matured> history = history(7, 300);
        assertThat(INDEX.of(windowOf(history))).isEqualTo(INDEX.of(windowOf(history)));
    }

    @Test
    void noiseAroundNothingEarnsNoCoherence() {
        SplittableRandom random = new SplittableRandom(3);
        EvidenceWindow window = new EvidenceWindow(CODEBOOK);
        for (int index = 0; index < 200; index++) {
            window.add(episode(READS), outcome(.2, .1 * random.nextGaussian(), false));
        }
        double earned = INDEX.of(window).reading(Factor.COHERENCE).bounded();
        assertThat(earned).isLessThan(.02);
        assertThat(window.positiveCoherence().mean()).isCloseTo(.04, within(.01));
    }

    @Test
    void aPauseOfReviewsNeitherEmptiesNorDilutesWhatIsKnown() {
        List<Matured> reviewed = history(9, 250);
        EvidenceWindow window = windowOf(reviewed);
        Credibility before = INDEX.of(window);
        for (Matured one : history(10, 500)) {
            Outcome seen = one.outcome();
            window.add(
                    one.episode(),
                    new Outcome(
                            seen.reward(),
                            seen.deltas(),
                            Oversight.UNREVIEWED,
                            seen.flags(),
                            seen.maturedAt()));
        }
        assertThat(INDEX.of(window).overrides()).isEqualTo(before.overrides());
    }

    @Test
    void amplifyingTakesBothShareAndSafety() {
        EvidenceWindow safe = new EvidenceWindow(CODEBOOK);
        EvidenceWindow harmful = new EvidenceWindow(CODEBOOK);
        for (int index = 0; index < 200; index++) {
            double potency = index % 2 == 0 ? .9 : .1;
            safe.add(episode(DEPLOYS, potency), outcome(.2, .04, false));
            harmful.add(episode(DEPLOYS, potency), outcome(.2, .04, index % 4 == 0));
        }
        assertThat(INDEX.of(safe).reading(Factor.AMPLIFICATION).bounded()).isEqualTo(1);
        assertThat(INDEX.of(harmful).reading(Factor.AMPLIFICATION).bounded()).isZero();
    }

    @Test
    void aWindowRestoredFromItsStateGoesOnTheSame() {
        List<Matured> history = history(21, 700);
        EvidenceWindow whole = windowOf(history);
        EvidenceWindow early = windowOf(history.subList(0, 333));
        EvidenceWindow restored = new EvidenceWindow(CODEBOOK, early.state());
        history.subList(333, 700).forEach(one -> restored.add(one.episode(), one.outcome()));
        assertThat(restored.state()).isEqualTo(whole.state());
        assertThat(INDEX.of(restored)).isEqualTo(INDEX.of(whole));
    }
}
