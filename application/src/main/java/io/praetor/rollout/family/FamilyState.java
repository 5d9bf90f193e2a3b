package io.praetor.rollout.family;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.life.Standing;
import io.praetor.rollout.life.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A family of versions as it stands, which is what its changes made of it.
 *
 * @param rollbacks instants of the latest automatic rollbacks, oldest first, as many as count
 * @param grants that may still hold
 * @param revision the sequence of the last change; 0 before the first
 * @param hash of the last change
 */
public record FamilyState(
        String id,
        RiskTier riskTier,
        String owner,
        Heads heads,
        Map<VersionId, Member> members,
        List<Instant> rollbacks,
        List<Grant> grants,
        long revision,
        String hash) {
    /** A family whose versions fail faster than this is paused, and a person looks at it. */
    public static final int AUTOMATIC_ROLLBACKS_MAX = 3;

    static final Duration AUTOMATIC_ROLLBACKS_WINDOW = Duration.ofHours(24);

    /** Grants are few and expire; beyond this the oldest go. */
    static final int GRANTS_MAX = 32;

    public FamilyState {
        members = Map.copyOf(members);
        rollbacks = List.copyOf(rollbacks);
        grants = List.copyOf(grants);
    }

    public static FamilyState founded(String id, RiskTier riskTier, String owner) {
        return new FamilyState(
                id, riskTier, owner, Heads.NOBODY, Map.of(), List.of(), List.of(), 0, Change.FIRST);
    }

    public Optional<VersionState> stateOf(VersionId version) {
        return Optional.ofNullable(members.get(version)).map(Member::state);
    }

    public Standing standing(VersionId version) {
        return new Standing(
                stateOf(version),
                heads.isDefault(version),
                heads.isFallback(version),
                riskTier,
                owner);
    }

    /** Whether one more automatic rollback would be one too many. */
    boolean isExhausted(Instant at) {
        Instant start = at.minus(AUTOMATIC_ROLLBACKS_WINDOW);
        return rollbacks.stream().filter(past -> past.isAfter(start)).count()
                >= AUTOMATIC_ROLLBACKS_MAX;
    }
}
