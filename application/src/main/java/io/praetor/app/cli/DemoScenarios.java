package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.policy.PolicySource;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import io.praetor.suite.Scenario;
import io.praetor.suite.SuiteReader;
import io.praetor.suite.SuiteReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The dozen situations of the demo, which ship with the scenarios. */
final class DemoScenarios {
    private static final Path FILE = Path.of("scenarios", "demo.yaml");

    private DemoScenarios() {}

    static List<Scenario> in(Path installation) {
        try {
            Path file = installation.resolve(FILE);
            return switch (SuiteReader.read(
                    new PolicySource(FILE.toString(), Files.readString(file)))) {
                case SuiteReading.Read read -> read.suite().scenarios();
                case SuiteReading.Rejected rejected ->
                        throw new BadInput(rejected.problems().getFirst().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Situation situationOf(Scenario scenario) {
        SituationReader door = new SituationReader();
        Admission admission =
                switch (scenario.request()) {
                    case Scenario.Request.Parsed parsed ->
                            door.read(parsed.object(), Instant.EPOCH);
                    case Scenario.Request.Text text ->
                            door.read(text.json().getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
                };
        return switch (admission) {
            case Admission.Admitted admitted -> admitted.situation();
            case Admission.Refused refused ->
                    throw new BadInput(
                            "%s: %s".formatted(scenario.id(), refused.refusals().getFirst()));
        };
    }
}
