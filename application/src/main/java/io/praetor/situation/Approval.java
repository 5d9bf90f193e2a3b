package io.praetor.situation;

import java.time.Instant;
import java.util.Optional;

/**
 * One approval that the enforcement point vouches for.
 *
 * @param by who approved
 * @param role the role the approver acted in, where the enforcement point said
 * @param at when it was given
 * @param obligation the id of the obligation it answers, where the approver was shown one; such an
 *     approval discharges that obligation only
 */
public record Approval(
        String by,
        Optional<String> role,
        ApprovalKind kind,
        Instant at,
        Optional<String> obligation) {}
