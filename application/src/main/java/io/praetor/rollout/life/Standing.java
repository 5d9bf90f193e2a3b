package io.praetor.rollout.life;

import java.util.Optional;

/**
 * Where a version stands when a change is asked for.
 *
 * @param state empty before it is spawned
 * @param isDefault whether the family's default is this version
 * @param isFallback whether the family falls back to this version
 * @param owner of the family
 */
public record Standing(
        Optional<VersionState> state,
        boolean isDefault,
        boolean isFallback,
        RiskTier riskTier,
        String owner) {
    StateKind kind() {
        return state.map(VersionState::kind).orElse(StateKind.NONE);
    }
}
