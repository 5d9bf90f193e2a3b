package io.praetor.simulation.governance;

import io.praetor.rollout.credibility.CredibilityIndex;
import io.praetor.rollout.credibility.MinCalibration;
import io.praetor.rollout.credibility.NormalisationBounds;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.credibility.Weights;
import io.praetor.rollout.detection.DetectorSettings;
import io.praetor.rollout.detection.RewardLevels;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Matured;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.selection.Snapshot;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.watch.FamilySettings;
import io.praetor.rollout.watch.VersionWatch;
import io.praetor.rollout.watch.WatchState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The record on which a version was accepted: what its family is calibrated by, and the evidence it
 * begins to act with.
 *
 * @param settings with reward levels and minimum score of this baseline
 * @param watch after the baseline, detectors fresh
 */
record Acceptance(List<Matured> baseline, FamilySettings settings, WatchState watch) {
    /** A week of shadow decisions. */
    static final int BASELINE = 1_000;

    /** The same baseline gives the same minimum, whenever it is asked. */
    private static final long CALIBRATION_SEED = 7;

    static final CredibilityIndex INDEX =
            new CredibilityIndex(World.CODEBOOK, Weights.DEFAULT, NormalisationBounds.DEFAULT);

    Acceptance {
        baseline = List.copyOf(baseline);
    }

    static Acceptance of(RandomGenerator random) {
        List<Matured> baseline = baseline(random);
        Map<Cluster, Moments> rewards = new HashMap<>();
        for (Matured one : baseline) {
            double reward = one.outcome().reward().orElseThrow();
            rewards.merge(
                    one.episode().cluster(),
                    Moments.NONE.plus(reward),
                    (all, _) -> all.plus(reward));
        }
        FamilySettings settings = settings(baseline, RewardLevels.of(World.CODEBOOK, rewards));
        VersionWatch watch = new VersionWatch(settings);
        baseline.forEach(one -> watch.absorb(one.episode(), one.outcome()));
        watch.resetDetectors();
        return new Acceptance(baseline, settings, watch.state());
    }

    /**
     * The settings for a version that no longer acts in some clusters: its minimum is what the rest
     * of the baseline scores, for breadth is lost with them.
     */
    FamilySettings without(Set<Cluster> blocked) {
        List<Matured> rest =
                baseline.stream()
                        .filter(one -> !blocked.contains(one.episode().cluster()))
                        .toList();
        return rest.size() < MinCalibration.BASELINE_MIN
                ? settings
                : settings(rest, settings.levels());
    }

    private static FamilySettings settings(List<Matured> baseline, RewardLevels levels) {
        double min =
                new MinCalibration(INDEX, MinCalibration.RESAMPLES_MIN)
                        .of(baseline, new SplittableRandom(CALIBRATION_SEED));
        return new FamilySettings(
                INDEX, Thresholds.DEFAULT.withMin(min), DetectorSettings.DEFAULT, levels);
    }

    /** What selection goes by about a version with just this record. */
    Snapshot snapshot() {
        return Supervision.snapshot(watch.latest().orElseThrow(), false);
    }

    private static List<Matured> baseline(RandomGenerator random) {
        Tape tape = Tape.of(Conditions.of(Course.healthy()), BASELINE, random);
        List<Matured> baseline = new ArrayList<>(BASELINE);
        for (Drawn drawn : tape.episodes()) {
            baseline.add(new Matured(episode(drawn.place(), Mode.SHADOW, 1), drawn.outcome()));
        }
        return baseline;
    }

    static Episode episode(int place, Mode mode, double propensity) {
        World.Place where = World.PLACES.get(place);
        return new Episode(World.WATCHED, mode, where.cluster(), where.potency(), propensity);
    }
}
