package io.praetor.decision;

import io.praetor.policy.Obligation;
import java.util.List;

/**
 * An obligation and whether it is fulfilled.
 *
 * @param id hash over clause, kind, count, actor, action, resource and parameters
 * @param by ids of those whose approval counted; empty while it is open
 */
public record Discharge(String id, Obligation obligation, boolean isMet, List<String> by) {
    public Discharge {
        by = List.copyOf(by);
    }
}
