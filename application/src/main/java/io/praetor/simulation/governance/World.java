package io.praetor.simulation.governance;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.situation.Environment;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The simulated world: what is asked for, how often, and what a healthy version earns there. */
final class World {
    static final int EPISODES = 8_000;

    /** The episode from which on a version is no longer what it was. */
    static final int CHANGE = 3_000;

    /** Spread of one reward around its cluster's mean, before it is clipped to [-1, 1]. */
    static final double REWARD_SPREAD = .4;

    static final double COHERENCE_MEAN = .04;
    static final double COHERENCE_SPREAD = .10;

    /** What the fallback earns per episode, anywhere. */
    static final double FALLBACK_REWARD = .05;

    /** 144 decisions a day: 8,000 are eight weeks. */
    static final Duration BETWEEN = Duration.ofMinutes(10);

    /** The version that is watched. */
    static final VersionId WATCHED = new VersionId("watched");

    /** The clusters by falling share. Potency is that of a clause of the cluster's risk. */
    static final List<Place> PLACES =
            List.of(
                    new Place(RiskLevel.LOW, "read", Environment.NONE, .40, .25, .1),
                    new Place(RiskLevel.MEDIUM, "write", Environment.NONE, .25, .20, .4),
                    new Place(RiskLevel.MEDIUM, "commit", Environment.NONE, .20, .20, .4),
                    new Place(RiskLevel.HIGH, "deploy", Environment.STAGING, .10, .15, .7),
                    new Place(RiskLevel.CRITICAL, "deploy", Environment.PRODUCTION, .05, .10, .9));

    static final Codebook CODEBOOK =
            new Codebook("simulated", PLACES.stream().map(Place::cluster).toList());

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private World() {}

    /**
     * A context cluster.
     *
     * @param share of all episodes
     * @param reward the mean that a healthy version earns here
     * @param potency of the strongest clause
     */
    record Place(
            RiskLevel risk,
            String family,
            Environment environment,
            double share,
            double reward,
            double potency) {
        Cluster cluster() {
            return Cluster.of(risk, family);
        }
    }

    static Instant at(int episode) {
        return START.plus(BETWEEN.multipliedBy(episode));
    }
}
