package io.praetor.situation;

import java.time.Instant;
import java.util.Optional;

/**
 * One proposed action with everything the caller said about it: the input of every decision.
 *
 * <p>A Situation exists only behind the door: its ids are normalised, its numbers finite and in
 * range, its texts bounded. The three dialects it arrives in live in {@code situation.dialect}.
 *
 * @param requestId the caller's own id of the request
 * @param at the instant of the request
 */
public record Situation(
        Optional<String> requestId,
        Actor actor,
        Action action,
        Resource resource,
        Context context,
        Instant at) {
    public Situation withContext(Context changed) {
        return new Situation(requestId, actor, action, resource, changed, at);
    }

    public Situation withActor(Actor changed) {
        return new Situation(requestId, changed, action, resource, context, at);
    }
}
