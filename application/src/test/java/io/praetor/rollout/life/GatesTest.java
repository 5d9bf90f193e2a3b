package io.praetor.rollout.life;

import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.SETTINGS;
import static io.praetor.rollout.Samples.anyCluster;
import static io.praetor.rollout.Samples.anyOutcome;
import static io.praetor.rollout.Samples.episode;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Proportion;
import io.praetor.rollout.watch.Finding;
import io.praetor.rollout.watch.VersionWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {
    @ParameterizedTest
    @CsvSource({"96, 100, PASSED", "95, 100, FAILED", "0, 0, INCONCLUSIVE"})
    void theSuitePassesAboveNinetyFivePercent(long passed, long all, Answer expected) {
        assertThat(Gates.suite(new Proportion(passed, all)).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1, FAILED"})
    void oneWrongAllowInTheSuiteIsOneTooMany(long wrong, Answer expected) {
        assertThat(Gates.suiteWrongAllows(wrong).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"199, INCONCLUSIVE", "200, PASSED"})
    void twoHundredLabelsAreEnough(long labels, Answer expected) {
        assertThat(Gates.labels(labels).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "172, 200, 7, PASSED",
        "160, 200, 7, INCONCLUSIVE",
        "140, 200, 7, FAILED",
        "175, 200, 14, INCONCLUSIVE",
        "170, 200, 14, FAILED",
        "190, 200, 14, PASSED",
        "0, 0, 7, INCONCLUSIVE"
    })
    void agreementIsHeldToItsBoundAndToItsWeek(long hits, long all, long days, Answer expected) {
        assertThat(Gates.agreement(new Proportion(hits, all), Duration.ofDays(days)).answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "6.9, false, INCONCLUSIVE",
        "7, false, PASSED",
        "7, true, INCONCLUSIVE",
        "14, true, PASSED"
    })
    void soakIsAWeekAndTwoForANewModel(double days, boolean newModel, Answer expected) {
        Duration soaked = Duration.ofMinutes(Math.round(days * 24 * 60));
        assertThat(Gates.soak(soaked, newModel).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, 3, PASSED",
        "READ, 2, INCONCLUSIVE",
        "DEPLOY, 6, INCONCLUSIVE",
        "DEPLOY, 7, PASSED"
    })
    void eachTierHasItsSoak(Tier tier, long days, Answer expected) {
        assertThat(Gates.soak(Duration.ofDays(days), tier).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, 3, 300, PASSED",
        "READ, 12, 300, INCONCLUSIVE",
        "READ, 40, 300, FAILED",
        "WRITE_AND_COMMIT, 12, 300, PASSED",
        "READ, 0, 0, INCONCLUSIVE"
    })
    void overridesAreHeldToTheTiersShare(Tier tier, long hits, long all, Answer expected) {
        assertThat(Gates.tierOverrides(new Proportion(hits, all), tier).answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 500, PASSED", "1, 500, FAILED", "0, 0, INCONCLUSIVE"})
    void criticalFlagsAreCountedOverEpisodes(long hits, long all, Answer expected) {
        assertThat(Gates.criticalFlags(new Proportion(hits, all)).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "200, .20, .05, PASSED",
        "200, .06, .05, INCONCLUSIVE",
        "200, -.1, .05, FAILED",
        "1, .9, .05, INCONCLUSIVE"
    })
    void performanceIsTheBoundOfTheRewardOverTheBaseline(
            long count, double mean, double baseline, Answer expected) {
        Moments rewards = new Moments(count, mean, .16 * (count - 1));
        GateOutcome outcome = Gates.performance(rewards, baseline);
        assertThat(outcome.answer()).isEqualTo(expected);
    }

    @Test
    void accuracyThatNobodyObservedIsInconclusive() {
        assertThat(Gates.accuracy(Moments.NONE)).isEqualTo(GateOutcome.unknown(Gate.ACCURACY));
        assertThat(Gates.calibration(new Moments(400, 0, .01)).answer()).isEqualTo(Answer.PASSED);
        assertThat(Gates.calibration(new Moments(400, -.1, .01)).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void aGateTellsItsValueItsBoundAndItsLimit() {
        GateOutcome outcome = Gates.advisoryOverrides(new Proportion(12, 200));
        assertThat(outcome.value()).hasValue(.06);
        assertThat(outcome.bound().orElseThrow()).isBetween(.09, .1);
        assertThat(outcome.limit()).isEqualTo(.10);
        assertThat(outcome.answer()).isEqualTo(Answer.PASSED);
    }

    private static VersionWatch watchOf(int episodes, double loss, double overridden) {
        SplittableRandom random = new SplittableRandom(12);
        VersionWatch watch = new VersionWatch(SETTINGS);
        for (int index = 0; index < episodes; index++) {
            watch.decided();
            watch.absorb(episode(anyCluster(random)), anyOutcome(random, loss, overridden));
        }
        return watch;
    }

    @Test
    void credibilityTakesFourGoodEvaluationsOfAFullWindow() {
        assertThat(credibility(watchOf(0, 0, .02))).isEqualTo(Answer.INCONCLUSIVE);
        assertThat(credibility(watchOf(274, 0, .02))).isEqualTo(Answer.INCONCLUSIVE);
        assertThat(credibility(watchOf(275, 0, .02))).isEqualTo(Answer.PASSED);
        assertThat(credibility(watchOf(400, .5, .5))).isEqualTo(Answer.FAILED);
    }

    @Test
    void aStaleScoreOpensNoGate() {
        VersionWatch watch = watchOf(400, 0, .02);
        for (int index = 0; index < 201; index++) {
            watch.decided();
        }
        assertThat(credibility(watch)).isEqualTo(Answer.INCONCLUSIVE);
    }

    private static Answer credibility(VersionWatch watch) {
        return WatchGates.credibility(watch, SETTINGS.thresholds()).answer();
    }

    @Test
    void comparisonHasThreeAnswers() {
        PairedTest better = PairedTest.START;
        PairedTest worse = PairedTest.START;
        for (int pair = 0; pair < 60; pair++) {
            better = better.plus(true, pair % 2 == 0);
            worse = worse.plus(pair % 2 == 0, true);
        }
        assertThat(WatchGates.comparison(better, 40).answer()).isEqualTo(Answer.PASSED);
        assertThat(WatchGates.comparison(worse, 40).answer()).isEqualTo(Answer.FAILED);
        assertThat(WatchGates.comparison(PairedTest.START, 40).answer())
                .isEqualTo(Answer.INCONCLUSIVE);
    }

    @Test
    void theFirstAlarmPausesAndTheSecondRollsBack() {
        Finding alarm =
                new Finding.Rung(new Alarm(Stream.REWARD, Optional.of(READS), 70_000, 60_000));
        Finding flag = new Finding.Critical(Set.of(SafetyFlag.WRONG_ALLOW));
        Finding low = new Finding.BelowMin(.44, .45, 4);
        Finding lower = new Finding.BelowCritical(.39, .40, 4);
        check(alarm, 0, Answer.FAILED);
        check(alarm, 1, Answer.PASSED);
        check(flag, 0, Answer.FAILED);
        check(flag, 1, Answer.PASSED);
        check(low, 1, Answer.FAILED);
        check(lower, 0, Answer.PASSED);
    }

    private static void check(Finding finding, int earlier, Answer rollBack) {
        assertThat(WatchGates.causeToPause(List.of(finding)).answer()).isEqualTo(Answer.PASSED);
        assertThat(WatchGates.causeToRollBack(List.of(finding), earlier).answer())
                .as(finding.description())
                .isEqualTo(rollBack);
        assertThat(WatchGates.causeToPause(List.of()).answer()).isEqualTo(Answer.FAILED);
    }
}
