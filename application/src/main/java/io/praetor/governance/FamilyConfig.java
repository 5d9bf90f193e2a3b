package io.praetor.governance;

import io.praetor.rollout.credibility.CredibilityIndex;
import io.praetor.rollout.credibility.NormalisationBounds;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.credibility.Weights;
import io.praetor.rollout.detection.DetectorSettings;
import io.praetor.rollout.detection.RewardLevels;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.selection.TierScope;
import io.praetor.rollout.watch.FamilySettings;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a family's versions are measured with; frozen when the family is created, so that scores of
 * different days compare.
 *
 * @param codebook version of the list of clusters
 * @param clusters the contexts that evidence is kept apart by; what is in none counts as the last
 * @param levels the reward each cluster is at least expected to bring, in the same order
 * @param baselineReward what rules alone earn, which the default is held against
 * @param blocksClusters whether an alarm in one cluster blocks the version only there
 */
public record FamilyConfig(
        String codebook,
        List<Cluster> clusters,
        List<Double> levels,
        Weights weights,
        NormalisationBounds bounds,
        Thresholds thresholds,
        DetectorSettings detectors,
        TierScope scope,
        double baselineReward,
        boolean blocksClusters) {
    /** The action families of the sample policy, and what belongs to none of them. */
    private static final List<String> FAMILIES =
            List.of("read", "write", "commit", "deploy", "admin", "other");

    /** The lowest a level may be: with no accepted record a fall has to be deep to raise alarm. */
    private static final double LEVEL_UNKNOWN = -.6;

    /** Every risk class with every action family of the sample policy. */
    public static final FamilyConfig DEFAULT = withClusters("risk-family-1", allClusters());

    public FamilyConfig {
        clusters = List.copyOf(clusters);
        levels = List.copyOf(levels);
        if (levels.size() != clusters.size()) {
            throw new IllegalArgumentException(
                    "%d reward levels for %d clusters; give one for each"
                            .formatted(levels.size(), clusters.size()));
        }
        if (!(baselineReward >= -1 && baselineReward <= 1)) {
            throw new IllegalArgumentException("baseline reward is in [-1, 1]");
        }
    }

    /** The usual figures over other clusters. */
    public static FamilyConfig withClusters(String codebook, List<Cluster> clusters) {
        return new FamilyConfig(
                codebook,
                clusters,
                Collections.nCopies(clusters.size(), LEVEL_UNKNOWN),
                Weights.DEFAULT,
                NormalisationBounds.DEFAULT,
                Thresholds.DEFAULT,
                DetectorSettings.DEFAULT,
                TierScope.DEFAULT,
                0,
                false);
    }

    /** The same with the levels of an accepted record. */
    public FamilyConfig withLevels(List<Double> accepted) {
        return new FamilyConfig(
                codebook,
                clusters,
                accepted,
                weights,
                bounds,
                thresholds,
                detectors,
                scope,
                baselineReward,
                blocksClusters);
    }

    /** The same, where an alarm in one cluster blocks a version only there. */
    public FamilyConfig blockingClusters() {
        return new FamilyConfig(
                codebook,
                clusters,
                levels,
                weights,
                bounds,
                thresholds,
                detectors,
                scope,
                baselineReward,
                true);
    }

    /** How the versions of the family are watched. */
    public FamilySettings settings() {
        Codebook book = new Codebook(codebook, clusters);
        return new FamilySettings(
                new CredibilityIndex(book, weights, bounds),
                thresholds,
                detectors,
                new RewardLevels(levels));
    }

    private static List<Cluster> allClusters() {
        List<Cluster> all = new ArrayList<>();
        for (RiskLevel risk : RiskLevel.values()) {
            FAMILIES.forEach(family -> all.add(Cluster.of(risk, family)));
        }
        return all;
    }
}
