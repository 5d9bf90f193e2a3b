package io.praetor.reasoning.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns a model's own belief into how often such beliefs turned out right. Part of the version;
 * fitted by {@link CalibrationFit}.
 */
public sealed interface Calibration {
    /** Takes the model at its word. */
    static Calibration none() {
        return new Identity();
    }

    /**
     * The calibrated confidence, in [0, 1]; never falls as the score rises.
     *
     * @param score in [0, 1]; anything else, NaN included, gives 0
     */
    default double of(double score) {
        return score >= 0 && score <= 1 ? Math.clamp(calibrated(score), 0, 1) : 0;
    }

    /**
     * @param score in [0, 1]
     */
    double calibrated(double score);

    /** Tells calibrations apart, for the version. */
    String label();

    record Identity() implements Calibration {
        @Override
        public double calibrated(double score) {
            return score;
        }

        @Override
        public String label() {
            return "none";
        }
    }

    /**
     * Divides the log-odds: above 1 the model was too sure of itself (Guo and others, 2017).
     *
     * @param value finite, above 0
     */
    record Temperature(double value) implements Calibration {
        public Temperature {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("no temperature: " + value);
            }
        }

        @Override
        public double calibrated(double score) {
            double odds = Math.log(score) - Math.log1p(-score);
            return 1 / (1 + Math.exp(-odds / value));
        }

        @Override
        public String label() {
            return String.format(Locale.ROOT, "temperature %.6f", value);
        }
    }

    /**
     * A staircase: the value of the last step whose bound the score reaches; below the first, 0.
     *
     * @param steps by ascending bound, with values that never fall
     */
    record Isotonic(List<Step> steps) implements Calibration {
        public Isotonic {
            steps = List.copyOf(steps);
            for (int i = 1; i < steps.size(); i++) {
                Step before = steps.get(i - 1);
                if (steps.get(i).from() <= before.from() || steps.get(i).value() < before.value()) {
                    throw new IllegalArgumentException("steps do not ascend: " + steps);
                }
            }
        }

        @Override
        public double calibrated(double score) {
            double value = 0;
            for (Step step : steps) {
                if (score >= step.from()) {
                    value = step.value();
                }
            }
            return value;
        }

        @Override
        public String label() {
            return steps.stream()
                    .map(step -> String.format(Locale.ROOT, "%.6f:%.6f", step.from(), step.value()))
                    .collect(Collectors.joining(",", "isotonic ", ""));
        }
    }

    /**
     * @param from in [0, 1]
     * @param value in [0, 1]
     */
    record Step(double from, double value) {
        public Step {
            if (!(from >= 0 && from <= 1 && value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("no step: %s, %s".formatted(from, value));
            }
        }
    }
}
