package io.praetor.rollout.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The frozen list of context clusters of a family. Coverage is measured against it, so it changes
 * only with its version; what it does not list counts as its last cluster.
 */
public final class Codebook {
    /** Coverage of a single cluster says nothing. */
    static final int CLUSTERS_MIN = 2;

    /** Detectors are kept per cluster, so this bounds the state of a version. */
    static final int CLUSTERS_MAX = 64;

    private final String version;
    private final List<Cluster> clusters;
    private final Map<Cluster, Integer> positions = new HashMap<>();

    public Codebook(String version, List<Cluster> clusters) {
        this.version = version;
        this.clusters = List.copyOf(clusters);
        int size = clusters.size();
        if (size < CLUSTERS_MIN || size > CLUSTERS_MAX) {
            throw new IllegalArgumentException(
                    "a codebook has %d to %d clusters, not %d"
                            .formatted(CLUSTERS_MIN, CLUSTERS_MAX, size));
        }
        if (new HashSet<>(clusters).size() != size) {
            throw new IllegalArgumentException("a codebook lists each cluster once");
        }
        for (int index = 0; index < size; index++) {
            positions.put(clusters.get(index), index);
        }
    }

    public String version() {
        return version;
    }

    public List<Cluster> clusters() {
        return clusters;
    }

    public int size() {
        return clusters.size();
    }

    public int indexOf(Cluster cluster) {
        return positions.getOrDefault(cluster, clusters.size() - 1);
    }
}
