package io.praetor.rollout.detection;

import io.praetor.rollout.evidence.Cluster;
import java.util.Optional;

/**
 * A stream whose evidence of a change reached its limit.
 *
 * @param cluster where the change is local; empty for the whole version
 */
public record Alarm(Stream stream, Optional<Cluster> cluster, double statistic, double limit) {}
