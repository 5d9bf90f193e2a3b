package io.praetor.app;

import io.praetor.app.config.Config.Model.Mode;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a model takes over decisions in one mode.
 *
 * @param millis of each answer, ascending
 * @param failures what the others failed for
 * @param limit what the deployment checklist grants at the 95th percentile
 */
public record ModelTiming(Mode mode, List<Long> millis, List<String> failures, Duration limit) {
    /** For a score on a GPU, as for every path without a model. */
    private static final Duration INSTANT = Duration.ofMillis(500);

    private static final Duration GPU = Duration.ofSeconds(5);
    private static final Duration CPU = Duration.ofSeconds(15);
    private static final double TAIL = .95;

    public ModelTiming {
        millis = List.copyOf(millis);
        failures = List.copyOf(failures);
    }

    /** The 95th percentile's limit for a mode. */
    static Duration limit(Mode mode, boolean gpu) {
        if (!gpu) {
            return CPU;
        }
        return mode == Mode.SCORE ? INSTANT : GPU;
    }

    /**
     * Asks for so many decisions, each of its own case behind the same shared part.
     *
     * @param step is run after each
     */
    public static ModelTiming of(
            LanguageModel model, Mode mode, Plan plan, LongSupplier nanoTicker, Runnable step) {
        List<Long> millis = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int number = 1; number <= plan.prompts(); number++) {
            long start = nanoTicker.getAsLong();
            try {
                var prompt = ModelSelfTest.prompt(plan.shared(), number);
                switch (mode) {
                    case SCORE -> ModelSelfTest.score(model, prompt, plan.timeMax());
                    case REASON -> ModelSelfTest.reason(model, prompt, plan.timeMax());
                }
                millis.add(Duration.ofNanos(nanoTicker.getAsLong() - start).toMillis());
            } catch (LanguageModelException failure) {
                failures.add(failure.failure() + ": " + failure.getMessage());
            }
            step.run();
        }
        Collections.sort(millis);
        return new ModelTiming(mode, millis, failures, limit(mode, plan.gpu()));
    }

    /**
     * What is asked.
     *
     * @param shared the part that every prompt begins with
     * @param gpu whether the limits for a GPU hold
     */
    public record Plan(int prompts, String shared, Duration timeMax, boolean gpu) {}

    /** The nearest-rank percentile; empty answers have none and count as missed. */
    public long percentile(double share) {
        return millis.isEmpty()
                ? Long.MAX_VALUE
                : millis.get((int) Math.ceil(share * millis.size()) - 1);
    }

    /** No failure, and the tail within the limit. */
    public boolean isMet() {
        return failures.isEmpty() && percentile(TAIL) <= limit.toMillis();
    }
}
