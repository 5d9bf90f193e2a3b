package io.praetor.rollout.watch;

import static io.praetor.rollout.Samples.DEPLOYS;
import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.SETTINGS;
import static io.praetor.rollout.Samples.anyCluster;
import static io.praetor.rollout.Samples.anyOutcome;
import static io.praetor.rollout.Samples.episode;
import static io.praetor.rollout.Samples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.detection.DetectorBank;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VersionWatchTest {
    @Test
    void aHealthyVersionIsLeftAlone() {
        SplittableRandom random = new SplittableRandom(1);
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 3_000; index++) {
            assertThat(watch.absorb(episode(anyCluster(random)), anyOutcome(random, 0, .06)))
                    .isEmpty();
        }
        assertThat(watch.matured()).isEqualTo(3_000);
    }

    @Test
    void oneCriticalFlagIsFoundAtOnce() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        Outcome wrong = outcome(-1, 0, false, SafetyFlag.WRONG_ALLOW);
        assertThat(watch.absorb(episode(READS), wrong))
                .contains(new Finding.Critical(Set.of(SafetyFlag.WRONG_ALLOW)));
    }

    @Test
    void whatHasNotMaturedIsNotLookedAt() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        Outcome open =
                new Outcome(
                        OptionalDouble.of(-1),
                        Deltas.NONE,
                        Oversight.UNREVIEWED,
                        Set.of(SafetyFlag.WRONG_ALLOW),
                        Optional.empty());
        assertThat(watch.absorb(episode(READS), open)).isEmpty();
        assertThat(watch.state()).isEqualTo(new VersionWatch(SETTINGS).state());
    }

    @Test
    void aLocalFailureIsNamedByItsCluster() {
        SplittableRandom random = new SplittableRandom(2);
        VersionWatch watch = new VersionWatch(SETTINGS);
        Optional<Cluster> where = Optional.empty();
        for (int index = 0; index < 5_000 && where.isEmpty(); index++) {
            Cluster cluster = index % 10 == 0 ? DEPLOYS : READS;
            double loss = cluster.equals(DEPLOYS) ? .8 : 0;
            List<Finding> found = watch.absorb(episode(cluster), anyOutcome(random, loss, .06));
            if (!found.isEmpty() && found.getFirst() instanceof Finding.Rung(Alarm alarm)) {
                assertThat(alarm.stream()).isEqualTo(Stream.REWARD);
                where = alarm.cluster();
            }
        }
        assertThat(where).contains(DEPLOYS);
    }

    @Test
    void aLowScoreForWantOfEvidenceIsNoFinding() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 199; index++) {
            assertThat(watch.absorb(episode(READS), outcome(index % 2, -.05, false))).isEmpty();
        }
        assertThat(watch.latest().orElseThrow().score()).isLessThan(SETTINGS.thresholds().min());
    }

    @Test
    void aScoreThatStaysLowIsFoundAfterFourEvaluations() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        List<Finding> all = new ArrayList<>();
        int episodes = 0;
        while (all.isEmpty() && episodes < 1_000) {
            double reward = episodes % 2 == 0 ? .5 : .1;
            all.addAll(watch.absorb(episode(READS), outcome(reward, -.05, episodes % 11 == 0)));
            episodes++;
        }
        assertThat(episodes).isEqualTo(275);
        assertThat(all.getFirst())
                .isInstanceOfSatisfying(
                        Finding.BelowMin.class, low -> assertThat(low.evaluations()).isEqualTo(4));
    }

    @Test
    void aWatchRestoredMidRunFindsTheSame() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VersionWatch whole = new VersionWatch(SETTINGS);
            VersionWatch restarted = new VersionWatch(SETTINGS);
            for (int index = 0; index < 900; index++) {
                double loss = index < 500 ? 0 : .3;
                var episode = episode(anyCluster(random));
                Outcome outcome = anyOutcome(random, loss, index < 500 ? .06 : .2);
                if (index % 97 == 0) {
                    restarted = new VersionWatch(SETTINGS, restarted.state());
                }
                assertThat(restarted.absorb(episode, outcome))
                        .as("seed %d, episode %d", seed, index)
                        .isEqualTo(whole.absorb(episode, outcome));
            }
            assertThat(restarted.state()).isEqualTo(whole.state());
        }
    }

    @Test
    void resettingForgetsTheDetectorsAndKeepsTheEvidence() {
        SplittableRandom random = new SplittableRandom(3);
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 300; index++) {
            watch.absorb(episode(READS), anyOutcome(random, .5, .3));
        }
        watch.resetDetectors();
        assertThat(watch.nearness().values()).containsOnly(0.0);
        assertThat(watch.latest().orElseThrow().episodes()).isEqualTo(200);
    }

    /** A mended version was stopped again by the evidence it had been stopped for. */
    @Test
    void aLowScoreIsNoFindingUntilTheWindowIsNew() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 250; index++) {
            watch.absorb(episode(READS), outcome(index % 2 == 0 ? .5 : .1, -.05, true));
        }
        assertThat(watch.streaks().belowMin()).isEqualTo(3);
        watch.resetDetectors();
        SplittableRandom random = new SplittableRandom(4);
        for (int index = 0; index < 600; index++) {
            assertThat(watch.absorb(episode(anyCluster(random)), anyOutcome(random, 0, .06)))
                    .isEmpty();
        }
        List<Finding> again = new ArrayList<>();
        for (int index = 0; index < 1_000 && again.isEmpty(); index++) {
            again.addAll(watch.absorb(episode(READS), outcome(index % 2, -.05, false)));
        }
        assertThat(again.getFirst()).isInstanceOf(Finding.BelowMin.class);
    }

    @Test
    void blockingAClusterKeepsWhatWasSeenInOthers() {
        SplittableRandom random = new SplittableRandom(5);
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 60; index++) {
            watch.absorb(episode(DEPLOYS), anyOutcome(random, .5, .06));
            watch.absorb(episode(READS), anyOutcome(random, .5, .06));
        }
        DetectorBank.State before = watch.state().detectors();
        watch.blockedIn(DEPLOYS);
        DetectorBank.State after = watch.state().detectors();
        assertThat(watch.nearness().values()).containsOnly(0.0);
        assertThat(after.rewards().get(1)).isEqualTo(before.rewards().get(1));
        assertThat(after.rewards().get(3)).containsOnly(0.0);
        assertThat(before.rewards().get(3)).doesNotContain(0.0);
    }

    @Test
    void aWindowOfDecisionsWithoutAReviewIsStale() {
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < 200; index++) {
            watch.decided();
        }
        assertThat(watch.staleness().isStale()).isFalse();
        watch.decided();
        assertThat(watch.staleness().isStale()).isTrue();
        watch.absorb(episode(READS), outcome(.3, .05, false));
        assertThat(watch.staleness().isStale()).isFalse();
    }
}
