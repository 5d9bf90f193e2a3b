package io.praetor.suite.comparison;

import io.praetor.suite.Interval;
import io.praetor.suite.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Two runs over the scenarios both have, paired.
 *
 * @param first of the paired scenarios, how many the first run answered rightly
 * @param difference share of right answers of the second run less that of the first
 * @param interval its 95 % bootstrap interval
 * @param flips scenarios decided differently, in the first run's order
 * @param unpaired ids that only one of the runs has
 * @param restated ids whose expected decision is not the same in both
 */
public record Comparison(
        Proportion first,
        Proportion second,
        double difference,
        Interval interval,
        McNemar test,
        List<Pair> flips,
        List<String> unpaired,
        List<String> restated) {
    /** The usual one in twenty. */
    private static final double SIGNIFICANCE = 0.05;

    public Comparison {
        flips = List.copyOf(flips);
        unpaired = List.copyOf(unpaired);
        restated = List.copyOf(restated);
    }

    /** One scenario as the two runs decided it. */
    public record Pair(RunEntry first, RunEntry second) {}

    /** What the comparison shows. */
    public enum Verdict {
        /** Every paired scenario was decided the same. */
        SAME,
        /** Some decisions differ, but not more of them for the better than chance explains. */
        NOT_SHOWN,
        FIRST_BETTER,
        SECOND_BETTER
    }

    public static Comparison of(ReportedRun first, ReportedRun second, RandomGenerator random) {
        Map<String, RunEntry> left = byId(first);
        Map<String, RunEntry> right = byId(second);
        List<Pair> pairs = new ArrayList<>();
        List<String> unpaired = new ArrayList<>();
        left.forEach(
                (id, entry) -> {
                    RunEntry other = right.remove(id);
                    if (other == null) {
                        unpaired.add(id);
                    } else {
                        pairs.add(new Pair(entry, other));
                    }
                });
        unpaired.addAll(right.keySet());
        return of(pairs, unpaired, random);
    }

    private static Comparison of(List<Pair> pairs, List<String> unpaired, RandomGenerator random) {
        Proportion first = Proportion.of(pairs, pair -> pair.first().isRight());
        Proportion second = Proportion.of(pairs, pair -> pair.second().isRight());
        int[] differences = pairs.stream().mapToInt(Comparison::gain).toArray();
        int lost = (int) pairs.stream().filter(pair -> gain(pair) < 0).count();
        int won = (int) pairs.stream().filter(pair -> gain(pair) > 0).count();
        return new Comparison(
                first,
                second,
                pairs.isEmpty() ? 0 : (double) (won - lost) / pairs.size(),
                Bootstrap.meanOf(differences, random),
                new McNemar(lost, won),
                pairs.stream().filter(Comparison::isFlipped).toList(),
                unpaired,
                pairs.stream()
                        .filter(pair -> pair.first().expected() != pair.second().expected())
                        .map(pair -> pair.first().id())
                        .toList());
    }

    private static Map<String, RunEntry> byId(ReportedRun run) {
        Map<String, RunEntry> entries = new LinkedHashMap<>();
        run.entries().forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    private static int gain(Pair pair) {
        return (pair.second().isRight() ? 1 : 0) - (pair.first().isRight() ? 1 : 0);
    }

    private static boolean isFlipped(Pair pair) {
        return pair.first().decision() != pair.second().decision();
    }

    public Verdict verdict() {
        if (flips.isEmpty() && test.onlyFirst() == 0 && test.onlySecond() == 0) {
            return Verdict.SAME;
        }
        if (test.p() >= SIGNIFICANCE) {
            return Verdict.NOT_SHOWN;
        }
        return difference > 0 ? Verdict.SECOND_BETTER : Verdict.FIRST_BETTER;
    }
}
