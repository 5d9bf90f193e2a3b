package io.praetor.rollout.detection;

import io.praetor.rollout.evidence.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The detectors of one stream: one over everything, one within each cluster. Not thread-safe. */
final class StreamDetectors {
    private final Stream stream;
    private final Ratio ratio;
    private final double limit;
    private final List<Cluster> clusters;
    private final List<EDetector> detectors = new ArrayList<>();

    /**
     * @param kept bets of an earlier run, the one over everything first; empty to start afresh
     */
    StreamDetectors(Watched watched, List<Cluster> clusters, List<List<Double>> kept) {
        stream = watched.stream();
        ratio = watched.ratio();
        limit = watched.limit();
        this.clusters = clusters;
        if (!kept.isEmpty() && kept.size() != clusters.size() + 1) {
            throw new IllegalArgumentException(
                    "kept detectors of %s are for %d clusters, not %d"
                            .formatted(stream, kept.size() - 1, clusters.size()));
        }
        for (int index = 0; index <= clusters.size(); index++) {
            detectors.add(
                    kept.isEmpty()
                            ? new EDetector(ratio.bets())
                            : new EDetector(kept.get(index), ratio.bets()));
        }
    }

    /** What a stream bets with, and at which evidence it alarms. */
    record Watched(Stream stream, Ratio ratio, double limit) {}

    void observe(int cluster, double value, double healthy, List<Alarm> alarms) {
        observe(detectors.getFirst(), value, healthy, Optional.empty(), alarms);
        Optional<Cluster> local = Optional.of(clusters.get(cluster));
        observe(detectors.get(cluster + 1), value, healthy, local, alarms);
    }

    double nearness() {
        return detectors.getFirst().statistic() / limit;
    }

    List<List<Double>> bets() {
        return detectors.stream().map(EDetector::bets).toList();
    }

    private void observe(
            EDetector detector,
            double value,
            double healthy,
            Optional<Cluster> where,
            List<Alarm> alarms) {
        detector.observe(ratio, value, healthy);
        double statistic = detector.statistic();
        if (statistic >= limit) {
            alarms.add(new Alarm(stream, where, statistic, limit));
        }
    }
}
