package io.praetor.governance.selection;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.situation.Environment;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of selection about one situation.
 *
 * @param requestId what the canary share is drawn from
 * @param participant the actor's id
 * @param group the team
 * @param tasks the action's type and its family
 * @param actionFamily of the policy; {@code other} where it has none
 */
public record Question(
        String requestId,
        Optional<String> participant,
        Optional<String> group,
        List<String> tasks,
        String actionFamily,
        RiskLevel risk,
        Environment environment,
        MetaContext meta,
        Instant at) {
    /** The family of what a policy puts into none. */
    public static final String OTHER = "other";

    public Question {
        tasks = List.copyOf(tasks);
    }

    Cluster cluster() {
        return Cluster.of(risk, actionFamily);
    }
}
