package io.praetor.suite;

import io.praetor.situation.Admission;
import io.praetor.situation.dialect.SituationReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Asks a decider every scenario, in order, and marks the first answers.
 *
 * @param ticker nanoseconds from any origin, for latencies only
 * @param clock the instant of requests that state none
 * @param samples how often each is asked, at least once
 */
public record SuiteRun(
        Decider decider,
        CoverageMeasure measure,
        LongSupplier ticker,
        InstantSource clock,
        int samples) {
    public SuiteRun {
        if (samples < 1) {
            throw new IllegalArgumentException("samples: " + samples);
        }
    }

    /** The outcomes in the order of {@code scenarios}; {@code progress} sees each as it comes. */
    public List<Outcome> run(List<Scenario> scenarios, Consumer<Outcome> progress) {
        SituationReader door = new SituationReader();
        List<Outcome> outcomes = new ArrayList<>(scenarios.size());
        for (Scenario scenario : scenarios) {
            Outcome outcome = outcome(scenario, door);
            outcomes.add(outcome);
            progress.accept(outcome);
        }
        return List.copyOf(outcomes);
    }

    private Outcome outcome(Scenario scenario, SituationReader door) {
        Admission admission = scenario.request().admit(door, clock.instant());
        long start = ticker.getAsLong();
        Supplier<Answer> decided = decider.decide(scenario, admission);
        long nanos = ticker.getAsLong() - start;
        Answer answer = decided.get();
        List<String> repeats =
                IntStream.range(1, samples)
                        .mapToObj(_ -> decider.decide(scenario, admission).get().label())
                        .toList();
        return new Outcome(scenario, answer, Marks.of(scenario, answer, measure), nanos, repeats);
    }
}
