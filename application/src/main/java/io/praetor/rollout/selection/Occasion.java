package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.situation.Environment;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What selection needs to know of a situation.
 *
 * @param requestId what the canary share is drawn from, together with the family's revision
 * @param family the action family of the policy
 * @param affectiveLoad in [0, 1]; absent is unknown, which {@code regime} says already
 * @param regime in effect for the participant
 */
public record Occasion(
        String requestId,
        Cluster cluster,
        String family,
        Environment environment,
        OptionalDouble affectiveLoad,
        Regime regime,
        Instant at) {}
