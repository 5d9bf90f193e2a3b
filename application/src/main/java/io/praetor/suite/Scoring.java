package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import io.praetor.suite.Scorecard.Baseline;
import io.praetor.suite.Scorecard.Group;
import io.praetor.suite.Scorecard.Latency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts outcomes into a scorecard. */
public final class Scoring {
    private static final String UNSTATED = "unstated";

    private Scoring() {}

    public static Scorecard score(List<Outcome> outcomes) {
        return new Scorecard(
                accuracy(outcomes),
                recall(outcomes),
                wrongAllows(outcomes),
                wrongAllows(where(outcomes, outcome -> outcome.scenario().isHighRisk())),
                Stream.of(Effect.values()).map(effect -> baseline(effect, outcomes)).toList(),
                Proportion.of(
                        where(outcomes, outcome -> outcome.scenario().isRefused()),
                        outcome -> outcome.answer().isRefused()),
                precision(outcomes),
                found(outcomes),
                elements(outcomes),
                coverage(outcomes),
                confusion(outcomes),
                groups(outcomes),
                latencies(outcomes),
                Answering.of(outcomes));
    }

    private static Proportion accuracy(List<Outcome> outcomes) {
        return Proportion.of(outcomes, outcome -> outcome.marks().isRight());
    }

    private static Map<Effect, Proportion> recall(List<Outcome> outcomes) {
        Map<Effect, Proportion> recall = new EnumMap<>(Effect.class);
        for (Effect effect : Effect.values()) {
            recall.put(
                    effect,
                    accuracy(where(outcomes, outcome -> outcome.scenario().expected() == effect)));
        }
        return recall;
    }

    private static Proportion wrongAllows(List<Outcome> outcomes) {
        return Proportion.of(
                where(outcomes, outcome -> !outcome.scenario().isRight(Effect.ALLOW)),
                outcome -> outcome.marks().isWrongAllow());
    }

    private static Baseline baseline(Effect effect, List<Outcome> outcomes) {
        List<Outcome> closed =
                where(outcomes, outcome -> !outcome.scenario().isRight(Effect.ALLOW));
        return new Baseline(
                effect,
                Proportion.of(outcomes, outcome -> outcome.scenario().isRight(effect)),
                Proportion.of(closed, _ -> effect == Effect.ALLOW));
    }

    /** Outcomes whose clauses can be compared: the scenario names some, and the door let it in. */
    private static List<Outcome> cited(List<Outcome> outcomes) {
        return where(
                outcomes,
                outcome ->
                        !outcome.scenario().clauses().isEmpty() && !outcome.answer().isRefused());
    }

    private static Proportion precision(List<Outcome> outcomes) {
        int hits = 0;
        int answered = 0;
        for (Outcome outcome : cited(outcomes)) {
            hits += outcome.marks().hits().size();
            answered += outcome.answer().clauses().size();
        }
        return new Proportion(hits, answered);
    }

    private static Proportion found(List<Outcome> outcomes) {
        int hits = 0;
        int expected = 0;
        for (Outcome outcome : cited(outcomes)) {
            List<ClauseId> answered = outcome.answer().clauses();
            hits += where(outcome.scenario().clauses(), answered::contains).size();
            expected += outcome.scenario().clauses().size();
        }
        return new Proportion(hits, expected);
    }

    private static Proportion elements(List<Outcome> outcomes) {
        int covered = 0;
        int all = 0;
        for (Outcome outcome : outcomes) {
            covered += outcome.marks().covered().size();
            all += outcome.scenario().elements().size();
        }
        return new Proportion(covered, all);
    }

    private static OptionalDouble coverage(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.marks().coverage())
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static Map<Effect, Map<Effect, Integer>> confusion(List<Outcome> outcomes) {
        Map<Effect, Map<Effect, Integer>> confusion = new EnumMap<>(Effect.class);
        for (Outcome outcome : where(outcomes, each -> !each.answer().isAbstained())) {
            confusion
                    .computeIfAbsent(
                            outcome.scenario().expected(), _ -> new EnumMap<>(Effect.class))
                    .merge(outcome.answer().effect(), 1, Integer::sum);
        }
        return confusion;
    }

    private static List<Group> groups(List<Outcome> outcomes) {
        List<Group> groups = new ArrayList<>();
        groups.addAll(groups("kind", outcomes, o -> label(o.scenario().kind())));
        groups.addAll(groups("difficulty", outcomes, o -> label(o.scenario().difficulty())));
        groups.addAll(groups("tier", outcomes, o -> label(o.scenario().tier())));
        groups.addAll(groups("path", outcomes, o -> o.answer().path()));
        return groups;
    }

    private static String label(Optional<? extends Enum<?>> constant) {
        return constant.map(Labels::of).orElse(UNSTATED);
    }

    private static List<Group> groups(
            String dimension, List<Outcome> outcomes, Function<Outcome, String> value) {
        return by(value, outcomes).entrySet().stream()
                .map(
                        group ->
                                new Group(
                                        dimension,
                                        group.getKey(),
                                        accuracy(group.getValue()),
                                        wrongAllows(group.getValue())))
                .toList();
    }

    private static List<Latency> latencies(List<Outcome> outcomes) {
        return by(outcome -> outcome.answer().path(), outcomes).entrySet().stream()
                .map(group -> latency(group.getKey(), group.getValue()))
                .toList();
    }

    private static Latency latency(String path, List<Outcome> outcomes) {
        double[] micros =
                outcomes.stream().mapToDouble(o -> o.latencyNanos() / 1000.0).sorted().toArray();
        return new Latency(
                path,
                micros.length,
                rank(micros, 0.50),
                rank(micros, 0.90),
                rank(micros, 0.95),
                rank(micros, 0.99),
                rank(micros, 1));
    }

    /** The smallest value that at least {@code share} of all are not above. */
    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static Map<String, List<Outcome>> by(
            Function<Outcome, String> value, List<Outcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.toList()));
    }

    private static <T> List<T> where(List<T> all, Predicate<? super T> condition) {
        return all.stream().filter(condition).toList();
    }
}
