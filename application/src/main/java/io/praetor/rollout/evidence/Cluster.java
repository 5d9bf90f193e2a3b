package io.praetor.rollout.evidence;

import io.praetor.situation.RiskLevel;

/** A kind of context that evidence is kept apart by: risk class and action family. */
public record Cluster(String name) implements Comparable<Cluster> {
    public static Cluster of(RiskLevel risk, String family) {
        return new Cluster(risk.label() + "/" + family);
    }

    @Override
    public int compareTo(Cluster other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
