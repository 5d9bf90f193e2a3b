package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.Reasoners;
import io.praetor.app.trial.Contestants;
import io.praetor.app.trial.Contestants.Named;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Reasoner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Suites with reasoners attached: side by side, asked again, and kept from what they have seen. */
class SuiteEachTest {
    private static final String SUITE =
            """
            scenarios:
              - id: plain
                situation:
                  action_type: read
                  actor_id: user:test
                  actor_role: member
                  t3_tensor: {competence: 0.8, reliability: 0.8, integrity: 0.8}
                expected_decision: allow
                clauses: [read.public]
              - id: told
                situation:
                  action_type: read
                  actor_id: user:test
                  actor_role: member
                  t3_tensor: {competence: 0.8, reliability: 0.8, integrity: 0.8}
                  details: Somebody saw the same request come from three places at once.
                expected_decision: require_attestation
                tier: high
              - id: refused
                request: '{"action_type": 1}'
                expected_decision: deny
                refused: true
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeSuite() throws IOException {
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
    }

    @Test
    void everyEvaluatorStandsBesideTheWhole() {
        JsonNode report =
                report(attached(SuiteEachTest::suspicious, SuiteEachTest::silent), "--each");

        assertThat(report.at("/scored/decider").asString()).isEqualTo("whole pipeline");
        assertThat(report.at("/scored/authority").asString())
                .isEqualTo("everything binding (attached: first, second)");
        assertThat(report.at("/summary/accuracy/hits").asInt()).isEqualTo(3);
        assertThat(report.get("evaluators").values().stream().map(SuiteEachTest::line))
                .containsExactly(
                        "rules alone: 2 of 3, answered 2 of 2",
                        "first alone: 2 of 3, answered 2 of 2",
                        "second alone: 1 of 3, answered 0 of 2",
                        "rules with second: 2 of 3, answered 2 of 2");
        assertThat(report.at("/scenarios/0/decisions").toString())
                .isEqualTo(
                        """
                        {"rules alone":"allow","first alone":"require_attestation",\
                        "second alone":"abstained","rules with second":"allow"}\
                        """);
        assertThat(report.at("/scenarios/1/evaluations/1/evaluator").asString())
                .isEqualTo("reasoning");
    }

    private static String line(JsonNode arm) {
        JsonNode summary = arm.get("summary");
        return "%s: %d of %d, answered %d of %d"
                .formatted(
                        arm.get("name").asString(),
                        summary.at("/accuracy/hits").asInt(),
                        summary.at("/accuracy/of").asInt(),
                        summary.at("/answered/hits").asInt(),
                        summary.at("/answered/of").asInt());
    }

    @Test
    void confidenceFormAndReferencesAreFigures() {
        JsonNode alone =
                report(attached(SuiteEachTest::suspicious), "--each").at("/evaluators/1/summary");

        assertThat(alone.at("/calibration/bins/0/confidence").asDouble()).isEqualTo(.96);
        assertThat(alone.at("/calibration/bins/0/right/hits").asInt()).isEqualTo(1);
        assertThat(alone.at("/structured_answers/hits").asInt()).isEqualTo(2);
        assertThat(alone.at("/dropped_references").asInt()).isEqualTo(2);
        assertThat(alone.at("/clause_precision/hits").asInt()).isZero();
        assertThat(alone.at("/clause_precision/of").asInt()).isEqualTo(1);
    }

    @Test
    void whoAnswersOtherwiseWhenAskedAgainIsCounted() {
        AtomicInteger asked = new AtomicInteger();
        Reasoner fickle =
                question -> asked.getAndIncrement() == 1 ? silent(question) : suspicious(question);

        JsonNode alone =
                report(attached(fickle), "--each", "--samples", "3", "--authority", "rules")
                        .at("/evaluators/1/summary");

        assertThat(asked).hasValue(6);
        assertThat(alone.at("/varied/hits").asInt()).isEqualTo(1);
        assertThat(alone.at("/varied/of").asInt()).isEqualTo(2);
    }

    @Test
    void whatAPromptHoldsIsNotScored() {
        Contestants leaky =
                new Contestants(
                        List.of(),
                        List.of(),
                        Map.of(
                                "few-shot",
                                "somebody saw the same request come from three places at once"));

        JsonNode report = report(leaky);

        assertThat(report.get("scenarios").size()).isEqualTo(2);
        assertThat(report.get("not_scored").toString())
                .isEqualTo(
                        "[{\"id\":\"told\",\"where\":\"few-shot\",\"what\":\"its prose stands\"}]");
    }

    private static Contestants attached(Reasoner first, Reasoner... more) {
        return new Contestants(
                more.length == 0
                        ? List.of(named("first", first))
                        : List.of(named("first", first), named("second", more[0])),
                List.of(),
                Map.of());
    }

    private static Named named(String name, Reasoner reasoner) {
        return new Named(
                name,
                _ ->
                        Optional.of(
                                new Reasoners.Attached(
                                        reasoner, new Opinion.Adviser(name, "1", false))));
    }

    /** Wants a second pair of eyes on everything. */
    private static Opinion suspicious(Question question) {
        ClauseId clause = new ClauseId("caller.risk");
        assertThat(question.policy().clauses()).containsKey(clause);
        return opinion(
                new Evaluation.Applicable(
                        Effect.REQUIRE_ATTESTATION,
                        Set.of(),
                        List.of(clause),
                        List.of(),
                        List.of(),
                        List.of("somebody has to look"),
                        .96));
    }

    private static Opinion silent(Question question) {
        return opinion(
                Evaluation.Indeterminate.because("has nothing to say to " + question.risk()));
    }

    private static Opinion opinion(Evaluation evaluation) {
        return new Opinion(
                evaluation,
                new Opinion.Adviser("test", "1", false),
                List.of(),
                List.of(),
                Optional.of(new Opinion.Exchange("0", "who knows", "none")),
                List.of(
                        new Dropped(
                                new Reference("no.clause", Optional.empty()), Cause.UNKNOWN_ID)));
    }

    private JsonNode report(Contestants attached, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell =
                new Shell(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        Map.of(),
                        folder,
                        Path.of(".."));
        CommandLine line =
                new CommandLine(new SuiteRunVerb(shell, _ -> attached))
                        .setCaseInsensitiveEnumValuesAllowed(true);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "suite.yaml";
        arguments[1] = "--json";
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(line.execute(arguments)).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }
}
