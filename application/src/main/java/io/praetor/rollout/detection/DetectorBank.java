package io.praetor.rollout.detection;

import io.praetor.rollout.detection.StreamDetectors.Watched;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * All detectors of one version: each stream over everything, and again within each cluster, where a
 * local failure shows before it shows overall. Adding an outcome is O(1). Not thread-safe.
 */
public final class DetectorBank {
    /**
     * The bets of each stream as a value: first the one over everything, then one per cluster in
     * the codebook's order; empty before the first observation.
     */
    public record State(
            List<List<Double>> overrides, List<List<Double>> flags, List<List<Double>> rewards) {
        public static final State FRESH = new State(List.of(), List.of(), List.of());

        /** The same with the detectors over everything and of one cluster fresh. */
        public State without(int cluster) {
            return new State(
                    without(overrides, cluster),
                    without(flags, cluster),
                    without(rewards, cluster));
        }

        private static List<List<Double>> without(List<List<Double>> bets, int cluster) {
            List<List<Double>> kept = new ArrayList<>(bets);
            for (int index = 0; index < kept.size(); index++) {
                if (index == 0 || index == cluster + 1) {
                    kept.set(index, Collections.nCopies(bets.get(index).size(), 0.0));
                }
            }
            return List.copyOf(kept);
        }
    }

    private final Codebook codebook;
    private final RewardLevels levels;
    private final DetectorSettings settings;
    private final StreamDetectors overrides;
    private final StreamDetectors flags;
    private final StreamDetectors rewards;

    public DetectorBank(
            Codebook codebook, RewardLevels levels, DetectorSettings settings, State state) {
        if (levels.levels().size() != codebook.size()) {
            throw new IllegalArgumentException("one reward level for each cluster of the codebook");
        }
        this.codebook = codebook;
        this.levels = levels;
        this.settings = settings;
        overrides =
                detectors(
                        Stream.OVERRIDE,
                        new Ratio.OfShare(settings.badOverrides()),
                        state.overrides());
        flags = detectors(Stream.FLAGS, new Ratio.OfShare(settings.badFlags()), state.flags());
        rewards = detectors(Stream.REWARD, new Ratio.OfMean(settings.lambdas()), state.rewards());
    }

    /** Takes in a matured outcome; gives the alarms that stand after it. */
    public List<Alarm> observe(Episode episode, Outcome outcome) {
        int cluster = codebook.indexOf(episode.cluster());
        List<Alarm> alarms = new ArrayList<>(0);
        if (outcome.oversight().reviewed()) {
            double overridden = outcome.oversight().overriddenByHuman() ? 1 : 0;
            overrides.observe(cluster, overridden, settings.healthyOverrides(), alarms);
        }
        double flagged = outcome.flags().isEmpty() ? 0 : 1;
        flags.observe(cluster, flagged, settings.healthyFlags(), alarms);
        outcome.reward()
                .ifPresent(reward -> rewards.observe(cluster, reward, levels.at(cluster), alarms));
        return alarms;
    }

    /** How close each stream is to its limit over everything, as shares of it. */
    public Map<Stream, Double> nearness() {
        return Map.of(
                Stream.OVERRIDE, overrides.nearness(),
                Stream.FLAGS, flags.nearness(),
                Stream.REWARD, rewards.nearness());
    }

    public State state() {
        return new State(overrides.bets(), flags.bets(), rewards.bets());
    }

    private StreamDetectors detectors(Stream stream, Ratio ratio, List<List<Double>> kept) {
        return new StreamDetectors(
                new Watched(stream, ratio, settings.limit()), codebook.clusters(), kept);
    }
}
