package io.praetor.suite;

import io.praetor.situation.Admission;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks a decider every scenario once, in order, and marks the answers.
 *
 * @param ticker nanoseconds from any origin, for latencies only
 * @param clock the instant of requests that state none
 */
public record SuiteRun(
        Decider decider, CoverageMeasure measure, LongSupplier ticker, InstantSource clock) {

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
        Admission admission =
                switch (scenario.request()) {
                    case Scenario.Request.Parsed parsed ->
                            door.read(parsed.object(), clock.instant());
                    case Scenario.Request.Text text ->
                            door.read(
                                    text.json().getBytes(StandardCharsets.UTF_8), clock.instant());
                };
        long start = ticker.getAsLong();
        Supplier<Answer> decided = decider.decide(scenario, admission);
        long nanos = ticker.getAsLong() - start;
        Answer answer = decided.get();
        return new Outcome(scenario, answer, Marks.of(scenario, answer, measure), nanos);
    }
}
