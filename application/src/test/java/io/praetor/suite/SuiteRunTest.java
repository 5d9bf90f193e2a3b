package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.policy.PolicySource;
import io.praetor.situation.Admission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SuiteRunTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void everyScenarioGoesThroughTheDoorAndIsAnsweredInOrder() {
        AtomicLong nanos = new AtomicLong();
        SuiteRun run =
                new SuiteRun(
                        (scenario, admission) -> () -> answer(scenario, admission),
                        new WordCoverage(),
                        () -> nanos.getAndAdd(500),
                        InstantSource.fixed(NOW),
                        1);
        List<Outcome> seen = new ArrayList<>();

        List<Outcome> outcomes = run.run(scenarios(), seen::add);

        assertThat(outcomes).isEqualTo(seen);
        assertThat(outcomes.stream().map(SuiteRunTest::line))
                .containsExactly(
                        "in allow right 500",
                        "nan deny right 500 t3_tensor.integrity: is not a finite number",
                        "twice deny right 500 actor_id: is given twice");
    }

    private static String line(Outcome outcome) {
        String refusal =
                outcome.answer().isRefused()
                        ? outcome.answer()
                                .explanation()
                                .replace("Refused at the door:", "")
                                .replaceAll("\\.$", "")
                        : "";
        return "%s %s %s %d%s"
                .formatted(
                        outcome.scenario().id(),
                        outcome.answer().effect().label(),
                        outcome.marks().isRight() ? "right" : "wrong",
                        outcome.latencyNanos(),
                        refusal);
    }

    private static Answer answer(Scenario scenario, Admission admission) {
        return switch (admission) {
            case Admission.Refused refused ->
                    Answer.refused(refused.refusals(), Optional.of(scenario.id()));
            case Admission.Admitted admitted -> {
                assertThat(admitted.situation().at()).isEqualTo(NOW);
                yield SampleOutcomes.answer(Effect.ALLOW, List.of(), "");
            }
        };
    }

    private static List<Scenario> scenarios() {
        String file =
                """
                scenarios:
                  - id: in
                    situation: {action_type: read, actor_id: "user:a"}
                    expected_decision: allow
                  - id: nan
                    situation: {action_type: read, actor_id: "user:a", t3_tensor: {integrity: .nan}}
                    expected_decision: deny
                  - id: twice
                    request: '{"action_type":"read","actor_id":"user:a","actor_id":"user:b"}'
                    expected_decision: deny
                    refused: true
                """;
        return ((SuiteReading.Read) SuiteReader.read(new PolicySource("s.yaml", file)))
                .suite()
                .scenarios();
    }
}
