package io.praetor.rollout.life;

import java.util.Optional;

/**
 * A change that somebody asks for.
 *
 * @param approvedBy the person who answers for it
 * @param reason never blank in a change that happens; of a RESUME the root cause, of a SPAWN why
 *     the version exists
 */
public record Request(
        RolloutAction action, Initiator by, Optional<String> approvedBy, String reason) {}
