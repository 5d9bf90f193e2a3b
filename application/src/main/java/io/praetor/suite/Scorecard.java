package io.praetor.suite;

import io.praetor.policy.Effect;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The figures of a run. Right means expected or acceptable; a refused request counts as DENY.
 *
 * @param recall of those that expect an effect, how many were answered rightly
 * @param allows wrong allows among all scenarios that may not be allowed
 * @param riskyAllows those among the ones of high risk
 * @param door of the requests that had to be refused, how many were
 * @param precision answered clauses that are expected, where a scenario names any
 * @param found expected clauses that were answered
 * @param elements reasoning elements that the explanations cover
 * @param coverage mean of the scenarios' coverage; absent where none states elements
 * @param confusion expected effect, then answered effect, to how often; abstentions in none
 * @param answering how much was answered at all, and what confidence and references were worth
 */
public record Scorecard(
        Proportion accuracy,
        Map<Effect, Proportion> recall,
        Proportion allows,
        Proportion riskyAllows,
        List<Baseline> baselines,
        Proportion door,
        Proportion precision,
        Proportion found,
        Proportion elements,
        OptionalDouble coverage,
        Map<Effect, Map<Effect, Integer>> confusion,
        List<Group> groups,
        List<Latency> latencies,
        Answering answering) {
    public Scorecard {
        recall = Collections.unmodifiableMap(new EnumMap<>(recall));
        baselines = List.copyOf(baselines);
        confusion = Collections.unmodifiableMap(new TreeMap<>(confusion));
        groups = List.copyOf(groups);
        latencies = List.copyOf(latencies);
    }

    /** What always answering {@code effect} would score. */
    public record Baseline(Effect effect, Proportion accuracy, Proportion allows) {}

    /** The scenarios that share a value of a dimension, such as {@code kind}: {@code edge}. */
    public record Group(String dimension, String value, Proportion accuracy, Proportion allows) {}

    /** Latencies of the answers that came by one path, in microseconds; nearest rank. */
    public record Latency(
            String path, int count, double p50, double p90, double p95, double p99, double max) {}
}
