package io.praetor.rollout;

import io.praetor.rollout.credibility.CredibilityIndex;
import io.praetor.rollout.credibility.NormalisationBounds;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.credibility.Weights;
import io.praetor.rollout.detection.DetectorSettings;
import io.praetor.rollout.detection.RewardLevels;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.watch.FamilySettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/** A small family to test with: three clusters, and episodes as good or bad as wanted. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final VersionId VERSION = new VersionId("v1");
    public static final Cluster READS = new Cluster("low/read");
    public static final Cluster WRITES = new Cluster("medium/write");
    public static final Cluster DEPLOYS = new Cluster("high/deploy");
    public static final Codebook CODEBOOK = new Codebook("1", List.of(READS, WRITES, DEPLOYS));
    public static final CredibilityIndex INDEX =
            new CredibilityIndex(CODEBOOK, Weights.DEFAULT, NormalisationBounds.DEFAULT);
    public static final RewardLevels LEVELS = new RewardLevels(List.of(.1, .1, .1));
    public static final FamilySettings SETTINGS =
            new FamilySettings(INDEX, Thresholds.DEFAULT, DetectorSettings.DEFAULT, LEVELS);

    private Samples() {}

    public static Episode episode(Cluster cluster, double potency) {
        return new Episode(VERSION, Mode.ENFORCED, cluster, potency, 1);
    }

    public static Episode episode(Cluster cluster) {
        return episode(cluster, .1);
    }

    /** A reviewed outcome without deltas other than coherence. */
    public static Outcome outcome(
            double reward, double coherence, boolean overridden, SafetyFlag... flags) {
        return new Outcome(
                OptionalDouble.of(reward),
                Deltas.ofCoherence(coherence),
                overridden ? Oversight.overridden(OverrideSense.TOO_STRICT) : Oversight.ACCEPTED,
                Set.of(flags),
                Optional.of(NOW));
    }

    public static Cluster anyCluster(SplittableRandom random) {
        return CODEBOOK.clusters().get(random.nextInt(CODEBOOK.size()));
    }

    /** An outcome of a version that loses {@code loss} of reward and is overridden so often. */
    public static Outcome anyOutcome(SplittableRandom random, double loss, double overridden) {
        double reward = Math.clamp(.25 - loss + .4 * random.nextGaussian(), -1, 1);
        boolean isOverridden = random.nextDouble() < overridden;
        return outcome(reward, .04 + .1 * random.nextGaussian(), isOverridden);
    }
}
