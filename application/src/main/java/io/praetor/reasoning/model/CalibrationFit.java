package io.praetor.reasoning.model;

import io.praetor.reasoning.model.Calibration.Isotonic;
import io.praetor.reasoning.model.Calibration.Step;
import io.praetor.reasoning.model.Calibration.Temperature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a calibration to cases whose answer is known. They must be none that the calibration is
 * judged by afterwards. Pure: the order of the cases does not matter.
 */
public final class CalibrationFit {
    /** Under thirty cases a share says little: its 95 % interval is wider than .3. */
    public static final int CASES_MIN = 30;

    /** The log of the temperature is sought between these; beyond them the score says nothing. */
    private static final double LOG_MIN = Math.log(.05);

    private static final double LOG_MAX = Math.log(20);

    /** Golden-section steps: each keeps .618 of the interval, sixty leave 1e-12 of it. */
    private static final int STEPS = 60;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Keeps a certain and wrong answer from counting without bound. */
    private static final double EDGE = 1e-6;

    private CalibrationFit() {}

    /**
     * One answer whose rightness is known.
     *
     * @param score the model's own belief, in [0, 1]
     */
    public record Case(double score, boolean isRight) {
        public Case {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("no score: " + score);
            }
        }
    }

    /** The temperature under which the cases are likeliest. */
    public static Calibration temperature(List<Case> cases) {
        requireEnough(cases);
        double low = LOG_MIN;
        double high = LOG_MAX;
        for (int i = 0; i < STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (surprise(cases, Math.exp(left)) <= surprise(cases, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Temperature(Math.exp((low + high) / 2));
    }

    private static double surprise(List<Case> cases, double temperature) {
        Temperature candidate = new Temperature(temperature);
        return cases.stream()
                .sorted(Comparator.comparingDouble(Case::score).thenComparing(Case::isRight))
                .mapToDouble(
                        each -> {
                            double score = Math.clamp(each.score(), EDGE, 1 - EDGE);
                            double belief = Math.clamp(candidate.of(score), EDGE, 1 - EDGE);
                            return -Math.log(each.isRight() ? belief : 1 - belief);
                        })
                .sum();
    }

    /**
     * The staircase of pooled adjacent violators. Each step's share is drawn in by one right and
     * one wrong case, so that a handful of lucky answers never counts as certainty.
     */
    public static Calibration isotonic(List<Case> cases) {
        requireEnough(cases);
        List<Pool> pools = new ArrayList<>();
        cases.stream()
                .sorted(Comparator.comparingDouble(Case::score))
                .forEach(each -> add(pools, new Pool(each.score(), each.isRight() ? 1 : 0, 1)));
        double[] values = pools.stream().mapToDouble(Pool::cautiousShare).toArray();
        for (int i = values.length - 2; i >= 0; i--) {
            values[i] = Math.min(values[i], values[i + 1]);
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            steps.add(new Step(pools.get(i).from(), values[i]));
        }
        return new Isotonic(steps);
    }

    private static void add(List<Pool> pools, Pool next) {
        Pool pool = next;
        while (!pools.isEmpty() && isToBePooled(pools.getLast(), pool)) {
            pool = pools.removeLast().with(pool);
        }
        pools.add(pool);
    }

    private static boolean isToBePooled(Pool before, Pool pool) {
        return before.from() == pool.from() || before.share() >= pool.share();
    }

    private static void requireEnough(List<Case> cases) {
        if (cases.size() < CASES_MIN) {
            throw new IllegalArgumentException(
                    "a calibration wants %d cases, not %d".formatted(CASES_MIN, cases.size()));
        }
    }

    private record Pool(double from, int right, int count) {
        double share() {
            return (double) right / count;
        }

        double cautiousShare() {
            return (right + 1.0) / (count + 2.0);
        }

        Pool with(Pool next) {
            return new Pool(from, right + next.right, count + next.count);
        }
    }
}
