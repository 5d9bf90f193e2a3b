package io.praetor.rollout.family;

import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change of a family, as it is kept: enough to rebuild the family from its changes alone.
 *
 * @param sequence from 1, without gaps
 * @param from the version's state before; empty for a version that was not there, or none
 * @param to the version's state after; empty where the change is not about a version's state
 * @param evidence what it rests on, one line each: gates with their figures, findings, ids
 * @param previousHash of the change before; {@link #FIRST} for the first
 * @param hash SHA-256 over everything above, lower-case hex
 */
public record Change(
        String family,
        long sequence,
        Instant at,
        RolloutAction action,
        Target target,
        Optional<VersionState> from,
        Optional<VersionState> to,
        Initiator by,
        Optional<String> approvedBy,
        String reason,
        List<String> evidence,
        Optional<Grant> grant,
        Heads before,
        Heads after,
        String previousHash,
        String hash) {
    /** What the first change follows. */
    public static final String FIRST = "0".repeat(64);

    public Change {
        evidence = List.copyOf(evidence);
    }

    /** The same change with the hash over it. */
    Change sealed() {
        return withHash(ChangeHash.of(this));
    }

    boolean isIntact() {
        return hash.equals(ChangeHash.of(this));
    }

    private Change withHash(String computed) {
        return new Change(
                family,
                sequence,
                at,
                action,
                target,
                from,
                to,
                by,
                approvedBy,
                reason,
                evidence,
                grant,
                before,
                after,
                previousHash,
                computed);
    }
}
