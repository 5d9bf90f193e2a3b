package io.praetor.decision;

import io.praetor.situation.Refusal;
import java.time.Instant;
import java.util.List;

/** A request that the door turned away: it decided nothing and released nothing. */
public record RefusedRequest(DecisionId id, Instant at, List<Refusal> refusals) {
    public RefusedRequest {
        refusals = List.copyOf(refusals);
    }
}
