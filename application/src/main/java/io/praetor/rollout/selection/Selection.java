package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import java.util.List;
import java.util.Optional;

/**
 * Who acts on an occasion, and why.
 *
 * @param version empty for rules only
 * @param propensity the probability of this choice over the key of the canary share, in (0, 1]
 * @param passedOver the versions that were looked at before, with what spoke against each
 */
public record Selection(
        Optional<VersionId> version,
        Mode mode,
        double propensity,
        Reason reason,
        List<PassedOver> passedOver) {
    public Selection {
        passedOver = List.copyOf(passedOver);
    }

    /** What decided the choice. */
    public enum Reason {
        KILL_SWITCH,
        FAMILY_PAUSED,
        HALTED,
        UNKNOWN_CONTEXT,
        HIGH_LOAD_WITHOUT_GRANT,
        CONSERVATIVE,
        NO_POLICY,
        CANARY,
        DEFAULT,
        /** The default was passed over. */
        STANDBY,
        /** So was the standby. */
        FALLBACK,
        /** Nobody was left. */
        NOBODY_ELIGIBLE
    }

    /** A version that was not taken. */
    public record PassedOver(VersionId version, Ineligibility why) {}

    static Selection rulesOnly(Reason reason, List<PassedOver> passedOver) {
        return new Selection(Optional.empty(), Mode.ENFORCED, 1, reason, passedOver);
    }
}
