package io.praetor.log.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.memory.MemoryDecisionLog;
import io.praetor.decision.DecisionId;
import io.praetor.decision.RefusedRequest;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogSamples;
import io.praetor.log.export.ExportPolicyReader.Reading;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.situation.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExporterTest {
    private static final int DECISIONS = 60;
    private static final Pseudonyms NAMES =
            new Pseudonyms("sixteen bytes ok".getBytes(StandardCharsets.UTF_8));

    private final MemoryDecisionLog log = new MemoryDecisionLog("test/export");
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void record() {
        LogSamples samples = new LogSamples(new SplittableRandom(23));
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            for (int index = 0; index < DECISIONS; index++) {
                recorder.record(samples.record());
            }
            recorder.record(
                    new RefusedRequest(
                            new DecisionId(new UUID(3, 4)),
                            LogSamples.START,
                            List.of(new Refusal("actor_id", "is empty"))));
        }
    }

    private static ExportPolicy policy(String yaml) {
        return switch (ExportPolicyReader.read(new PolicySource("export.yaml", yaml))) {
            case Reading.Accepted accepted -> accepted.policy();
            case Reading.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private Exporter.Report exported(EventFormat format, String yaml, Pseudonyms... names) {
        lines.clear();
        ExportPolicy policy = yaml.isEmpty() ? ExportPolicy.OPEN : policy(yaml);
        return new Exporter(format, policy, List.of(names).stream().findFirst())
                .export(log, 0, Long.MAX_VALUE, lines::add, _ -> {});
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    @Test
    void withoutAPolicyEverythingLeaves() {
        assertThat(exported(EventFormat.JSONL, ""))
                .isEqualTo(new Exporter.Report(DECISIONS + 1, 0, 0, 0, List.of()));
        for (int index = 0; index < DECISIONS; index++) {
            JsonNode event = json(lines.get(index));
            assertThat(event.get("sequence").intValue()).isEqualTo(index);
            assertThat(event.get("hash").stringValue())
                    .isEqualTo(log.page(index, 1).getFirst().hash().toString());
            assertThat(event.get("situation").get("actor").get("id")).isEqualTo(event.get("actor"));
            assertThat(event.has("salt")).isFalse();
        }
    }

    @Test
    void aRangeIsFromItsFirstToBeforeItsLast() {
        new Exporter(EventFormat.JSONL, ExportPolicy.OPEN, Optional.empty())
                .export(log, 5, 8, lines::add, _ -> {});
        assertThat(lines)
                .extracting(line -> json(line).get("sequence").intValue())
                .containsExactly(5, 6, 7);
    }

    @Test
    void dropRulesDrop() {
        Exporter.Report report =
                exported(
                        EventFormat.JSONL,
                        """
                        drop:
                          - when: event.kind == "refusal"
                          - when: event.kind == "decision" && event.body.effect == "allow"
                        """);
        assertThat(report.exported() + report.dropped()).isEqualTo(DECISIONS + 1);
        assertThat(lines).noneMatch(line -> line.contains("\"effect\":\"allow\",\"latency"));
        assertThat(lines).noneMatch(line -> line.contains("refusal"));
    }

    @Test
    void masksRemoveReplaceAndRename() {
        exported(
                EventFormat.JSONL,
                """
                drop: [{when: 'event.kind != "decision"'}]
                mask:
                  - {field: /situation/action/description, action: remove}
                  - {field: /situation/context/approvals/*/by, action: replace, value: somebody}
                  - {field: /actor, action: pseudonymise}
                  - field: /account/reasons
                    action: remove
                    when: event.body.risk == "critical"
                """,
                NAMES);
        assertThat(lines).hasSize(DECISIONS);
        for (String line : lines) {
            JsonNode event = json(line);
            assertThat(event.at("/situation/action").has("description")).isFalse();
            assertThat(event.at("/situation/context/approvals/0/by").asString("somebody"))
                    .isEqualTo("somebody");
            assertThat(event.get("actor").stringValue()).matches("user:p-[0-9a-f]{16}");
            if (event.at("/body/risk").stringValue().equals("critical")) {
                assertThat(event.get("account").has("reasons")).isFalse();
            }
        }
    }

    @Test
    void aMaskThatFailsWithholdsTheRecord() {
        checkWithheld(
                "mask: [{field: /actor, action: pseudonymise}]",
                "record 0 is withheld: a pseudonym needs a key");
        checkWithheld(
                "mask: [{field: /sequence, action: pseudonymise}]",
                "record 0 is withheld: `/sequence` is no text to make a pseudonym of");
        checkWithheld(
                "mask: [{field: /actor, action: remove, when: event.no_such_thing}]",
                "record 0 is withheld: a condition failed: ");
        checkWithheld(
                "drop: [{when: 'event.body.no_such_thing == 3'}]",
                "record 0 is withheld: a condition failed: ");
    }

    private void checkWithheld(String yaml, String remark) {
        Exporter.Report report = exported(EventFormat.JSONL, yaml);
        assertThat(report.withheld()).isGreaterThanOrEqualTo(DECISIONS);
        assertThat(report.remarks().getFirst()).startsWith(remark);
        assertThat(lines).noneMatch(line -> line.contains("\"kind\":\"decision\""));
    }

    @Test
    void pseudonymsStandInEverywhere() {
        exported(EventFormat.JSONL, "", NAMES);
        assertThat(lines)
                .noneMatch(line -> line.matches(".*user:(?!p-[0-9a-f]{16}).*"))
                .anyMatch(line -> line.contains("waiting for p-"));
        assertThat(NAMES.of("user:ann")).isEqualTo(NAMES.of("user:ann"));
        assertThat(NAMES.of(NAMES.of("user:ann"))).isEqualTo(NAMES.of("user:ann"));
        assertThat(NAMES.of("user:ann")).isNotEqualTo(NAMES.of("user:ben"));
        assertThatThrownBy(() -> new Pseudonyms(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opaEventsCarryInputResultAndWhatWasMasked() {
        Exporter.Report report =
                exported(
                        EventFormat.OPA, "mask: [{field: /situation/action/type, action: remove}]");
        assertThat(report.exported()).isEqualTo(DECISIONS + 1);
        JsonNode event = json(lines.getFirst());
        JsonNode body = json(log.page(0, 1).getFirst().record().body().open().toString());
        assertThat(event.propertyNames())
                .contains(
                        "labels",
                        "decision_id",
                        "timestamp",
                        "path",
                        "input",
                        "result",
                        "bundles",
                        "metrics",
                        "erased",
                        "masked");
        assertThat(event.at("/result/effect")).isEqualTo(body.get("effect"));
        assertThat(event.at("/result/allow").booleanValue())
                .isEqualTo(body.get("effect").stringValue().equals("allow"));
        assertThat(event.at("/erased/0").stringValue()).isEqualTo("/input/action/type");
        assertThat(event.at("/bundles/team-default/revision")).isEqualTo(body.at("/policy/hash"));
        assertThat(event.at("/metrics/timer_praetor_rules_ns").intValue())
                .isEqualTo(body.at("/latency/rules").intValue() * 1000);
        assertThat(json(lines.getLast()).at("/error/code").stringValue()).isEqualTo("refused");
    }

    @Test
    void tablesHoldDecisionsOnly() {
        assertThat(exported(EventFormat.CSV, ""))
                .isEqualTo(new Exporter.Report(DECISIONS, 0, 0, 1, List.of()));
        assertThat(lines.getFirst()).startsWith("sequence,id,at,kind,actor,actor_role,action,");
        assertThat(lines.get(1)).startsWith("0,01900000-0000-7000-");
        assertThat(lines).hasSize(DECISIONS + 1);
    }

    @Test
    void aCellIsNeverAFormula() {
        exported(
                EventFormat.CSV,
                """
                mask:
                  - field: /actor
                    action: replace
                    value: '=HYPERLINK("http://x","a,b")'
                    when: event.kind == "decision"
                """);
        assertThat(lines.get(1)).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"a,b\"\")\",");
    }

    @Test
    void whatIsWrongWithAPolicyIsSaidAtItsPlace() {
        checkRejected(
                """
                drops: []
                mask:
                  - {field: actor, action: remove}
                  - {field: /actor, action: erase}
                  - {field: /actor, action: replace}
                  - {field: /actor, action: remove, value: x}
                  - {field: /actor, action: remove, when: 'events.kind == 1'}
                  - {field: /actor, action: remove, when: '1 + 1'}
                """,
                "export.yaml:1:1: unknown key in an export policy: `drops`; did you mean `drop`?",
                "export.yaml:3:13: `actor` is no field; write a JSON pointer such as"
                        + " `/situation/actor/id`",
                "export.yaml:4:29: `action` is one of remove, replace, pseudonymise, not `erase`",
                "export.yaml:5:5: `replace` needs a `value`",
                "export.yaml:6:44: only `replace` has a `value`",
                "export.yaml:7:43: condition: undeclared reference to 'events' (in container '')",
                "export.yaml:8:43: condition: expected type 'bool' but found 'int'");
    }

    private static void checkRejected(String yaml, String... expected) {
        Reading reading = ExportPolicyReader.read(new PolicySource("export.yaml", yaml));
        assertThat(((Reading.Rejected) reading).problems())
                .extracting(PolicyProblem::toString)
                .containsExactly(expected);
    }
}
