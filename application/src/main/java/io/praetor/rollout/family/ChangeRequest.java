package io.praetor.rollout.family;

import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change asked of a family, with the evidence for it.
 *
 * @param grounds ids and figures beside the gates, one line each, to be kept with the change
 * @param grant with GRANT, what is granted
 */
public record ChangeRequest(
        Request request,
        Target target,
        Evidence evidence,
        List<String> grounds,
        Optional<Grant> grant,
        Instant at) {
    public ChangeRequest {
        grounds = List.copyOf(grounds);
        if (grant.isPresent() != (request.action() == RolloutAction.GRANT)) {
            throw new IllegalArgumentException("GRANT, and only GRANT, says what is granted");
        }
    }
}
