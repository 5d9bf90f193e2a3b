package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.life.VersionState;
import java.time.Instant;
import java.util.Set;

/**
 * A version within its family.
 *
 * @param since when it came to this state, from which soak time counts
 * @param alarms how often it was stopped automatically, whole or in one cluster
 * @param blocked the clusters in which it does not act
 */
public record Member(VersionState state, Instant since, int alarms, Set<Cluster> blocked) {
    public Member {
        blocked = Set.copyOf(blocked);
    }
}
