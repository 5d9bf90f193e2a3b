package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import java.time.Instant;
import java.util.Set;

/**
 * A person's leave to decide situations of high affective load.
 *
 * @param scope the clusters it holds for; never empty
 * @param expiresAt from then on it holds no more
 */
public record Grant(Set<Cluster> scope, Instant expiresAt) {
    public Grant {
        scope = Set.copyOf(scope);
        if (scope.isEmpty()) {
            throw new IllegalArgumentException("a grant names the clusters it holds for");
        }
    }

    public boolean covers(Cluster cluster, Instant at) {
        return scope.contains(cluster) && at.isBefore(expiresAt);
    }
}
