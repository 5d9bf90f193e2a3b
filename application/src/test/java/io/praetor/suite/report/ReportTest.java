package io.praetor.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.suite.Arm;
import io.praetor.suite.Leak;
import io.praetor.suite.Proportion;
import io.praetor.suite.RetrievalRecall;
import io.praetor.suite.SampleOutcomes;
import io.praetor.suite.Scored;
import io.praetor.suite.comparison.Comparison;
import io.praetor.suite.comparison.ReportedRun;
import io.praetor.suite.comparison.RunEntry;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Scored SCORED =
            new Scored("rules", "v1", "team-default <1>", "everything binding", "words/1");

    private final Report report =
            Report.of(
                    List.of("a", "b|c"),
                    Instant.parse("2026-11-21T12:00:00Z"),
                    SCORED,
                    SampleOutcomes.outcomes());

    @Test
    void jsonHasOneEntryAScenario() {
        JsonNode document = JsonMapper.shared().readTree(JsonReport.write(report));

        assertThat(document.get("scenarios").get(1).toString())
                .isEqualTo(
                        """
                        {"id":"deploy","title":"title of deploy","kind":"edge","difficulty":null,
                        "tier":"high","high_risk":true,"tags":["tag"],
                        "expected_decision":"require_attestation","acceptable":["deny"],
                        "expected_refused":false,"expected_clauses":["deploy.approval"],
                        "decision":"deny","refused":false,"path":"rules",
                        "clauses":["read.public","deploy.approval"],
                        "evaluations":[{"evaluator":"rules","binding":true,"outcome":"applicable",
                        "effect":"deny","confidence":1.0,
                        "clauses":["read.public","deploy.approval"],
                        "notes":["borderline_trust"]}],
                        "confidence":1.0,"explanation":"Approval of a deploy.",
                        "decision_id":"id-of-deny","correct":true,"wrong_allow":false,
                        "reasoning_coverage":1.0,"missed_elements":[],"latency_micros":6.0}"""
                                .replace("\n", ""));
    }

    @Test
    void jsonHasTheFigures() {
        JsonNode summary = JsonMapper.shared().readTree(JsonReport.write(report)).get("summary");

        assertThat(summary.get("scenarios").asInt()).isEqualTo(4);
        assertThat(summary.at("/accuracy/share").asDouble()).isEqualTo(0.75);
        assertThat(summary.at("/wrong_allows/count").asInt()).isEqualTo(1);
        assertThat(summary.at("/wrong_allows_high_risk/of").asInt()).isEqualTo(2);
        assertThat(summary.at("/confusion/deny/allow").asInt()).isEqualTo(1);
        assertThat(summary.at("/baselines/3/accuracy/hits").asInt()).isEqualTo(3);
    }

    @Test
    void jsonReadsBack() {
        assertThat(ReportReader.read(JsonReport.write(report)))
                .isEqualTo(
                        new ReportReader.Reading.Read(
                                new ReportedRun(
                                        SCORED,
                                        List.of(
                                                entry("read", Effect.ALLOW, Effect.ALLOW, "right"),
                                                entry(
                                                        "deploy",
                                                        Effect.REQUIRE_ATTESTATION,
                                                        Effect.DENY,
                                                        "right risky"),
                                                entry(
                                                        "<b>|wrong",
                                                        Effect.DENY,
                                                        Effect.ALLOW,
                                                        "wrong allow risky"),
                                                entry(
                                                        "refused",
                                                        Effect.DENY,
                                                        Effect.DENY,
                                                        "right")))));
    }

    private static RunEntry entry(String id, Effect expected, Effect decision, String marks) {
        return new RunEntry(
                id,
                expected,
                decision,
                marks.contains("right"),
                marks.contains("allow"),
                marks.contains("risky"));
    }

    @Test
    void whatIsNoReportIsSaidSo() {
        for (String text : List.of("", "{", "[]", "{}", "{\"format\":\"other\"}")) {
            assertThat(ReportReader.read(text)).isInstanceOf(ReportReader.Reading.Unreadable.class);
        }
        assertThat(ReportReader.read("{\"format\":\"praetor-suite-report/1\",\"scenarios\":[{}]}"))
                .isEqualTo(
                        new ReportReader.Reading.Unreadable(
                                "scenario 1 lacks its id or its decisions"));
    }

    @Test
    void textSaysWhatWentWrong() {
        assertThat(TextReport.write(report))
                .isEqualTo(
                        """
                        team-default <1> by rules, everything binding
                          scenarios                              4
                          decided rightly                        75.0 % (3 of 4; 30.1 to 95.4 %)
                          best constant answer                   always deny: 75.0 % (3 of 4; \
                        30.1 to 95.4 %)
                          wrong allows                           1 of 3 (at most 86.5 %)
                          wrong allows on high risk              1 of 2 (at most 97.5 %)
                          refused at the door as they must be    100.0 % (1 of 1; 20.7 to 100.0 %)
                          clauses named that are expected        66.7 % (2 of 3; 20.8 to 93.9 %)
                          expected clauses named                 66.7 % (2 of 3; 20.8 to 93.9 %)
                          reasoning elements covered             33.3 % (1 of 3; 6.1 to 79.2 %)
                          mean coverage a scenario               33.3 %
                          latency by door                        p50 1.0, p95 1.0, p99 1.0 \
                        microseconds
                          latency by rules                       p50 4.0, p95 6.0, p99 6.0 \
                        microseconds
                        decided wrongly
                          <b>|wrong: allow, expected deny (a wrong allow)
                        """);
    }

    @Test
    void whoStandsBesideItIsShownInEveryForm() {
        Report beside =
                report.beside(List.of(Arm.of("somebody <else>", SampleOutcomes.outcomes())))
                        .without(List.of(new Leak("told", "precedent.told", "the same id stands")));

        JsonNode document = JsonMapper.shared().readTree(JsonReport.write(beside));
        assertThat(document.at("/evaluators/0/name").asString()).isEqualTo("somebody <else>");
        assertThat(document.at("/evaluators/0/summary/answered/of").asInt()).isEqualTo(3);
        assertThat(document.at("/scenarios/2/decisions").toString())
                .isEqualTo("{\"somebody <else>\":\"allow\"}");
        assertThat(document.at("/not_scored/0/id").asString()).isEqualTo("told");
        assertThat(ReportReader.read(JsonReport.write(beside)))
                .isEqualTo(ReportReader.read(JsonReport.write(report)));
        assertThat(MarkdownReport.write(beside))
                .contains(
                        "| somebody \\<else\\> | 75.0 % (3 of 4; 30.1 to 95.4 %) | 1 of 3",
                        "| always allow | 25.0 % (1 of 4; 4.6 to 69.9 %) | 3 of 3",
                        "| told | precedent.told | the same id stands |",
                        "| somebody \\<else\\> | 0.9 to 1.0 | 1.000 | 66.7 % (2 of 3;");
        assertThat(HtmlReport.write(beside))
                .contains("<figcaption>somebody &lt;else&gt;</figcaption>")
                .doesNotContain("<else>");
        assertThat(TextReport.write(beside))
                .contains(
                        "evaluators side by side\n",
                        "  somebody <else>                        right 75.0 % (3 of 4;",
                        "scenario `told` is not scored: the same id stands in precedent.told\n");
    }

    @Test
    void comparisonIsOneJsonValue() {
        ReportedRun run =
                new ReportedRun(
                        SCORED, List.of(entry("a", Effect.DENY, Effect.ALLOW, "wrong allow")));
        ReportedRun better =
                new ReportedRun(SCORED, List.of(entry("a", Effect.DENY, Effect.DENY, "right")));

        String json = JsonComparison.write(Comparison.of(run, better, new SplittableRandom(7)), 7);

        assertThat(JsonMapper.shared().readTree(json))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"verdict": "not_shown",
                                         "first": {"right": 0, "of": 1},
                                         "second": {"right": 1, "of": 1},
                                         "difference": 1.0, "low": 1.0, "high": 1.0, "seed": 7,
                                         "only_first_right": 0, "only_second_right": 1,
                                         "mcnemar_p": 1.0,
                                         "flips": [{"id": "a", "expected_decision": "deny",
                                           "decisions": ["allow", "deny"],
                                           "correct": [false, true]}],
                                         "unpaired": [], "restated": []}
                                        """));
    }

    @Test
    void markdownShowsEveryFigureAndNoMarkupOfOthers() {
        String markdown = MarkdownReport.write(report);

        assertThat(markdown)
                .contains(
                        "- suites: a, b\\|c\n",
                        "- policy: team-default \\<1\\>\n",
                        "| decided rightly | 75.0 % (3 of 4; 30.1 to 95.4 %) |\n",
                        "| best constant answer | always deny: 75.0 % (3 of 4; 30.1 to 95.4 %) |\n",
                        "| wrong allows | 1 of 3 (at most 86.5 %) |\n",
                        "| wrong allows on high risk | 1 of 2 (at most 97.5 %) |\n",
                        "| deny | 1 | 0 | 0 | 1 |\n",
                        "| \\<b\\>\\|wrong | title of \\<b\\>\\|wrong | deny | allow |");
    }

    @Test
    void thePageIsSelfContainedAndEscapesEverything() {
        String page = HtmlReport.write(report);

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<svg", "&lt;b&gt;|wrong", "team-default &lt;1&gt;", "75.0 % (3 of 4")
                .doesNotContain("<b>", "<script", "http://", "https://", "url(");
        assertThat(Pattern.compile("<circle").matcher(page).results().count()).isEqualTo(11);
    }

    @Test
    void howWellClausesWereFoundStandsInEveryForm() {
        RetrievalRecall recall =
                new RetrievalRecall(
                        "BM25", new Proportion(3, 4), new Proportion(2, 4), List.of("deploy"));
        Report asked = report.retrieving(List.of(recall));
        JsonNode written =
                JsonMapper.shared().readTree(JsonReport.write(asked)).at("/recall_at_8/0");
        assertThat(written.get("by").asString()).isEqualTo("BM25");
        assertThat(written.at("/retrieved/hits").asInt()).isEqualTo(3);
        assertThat(written.at("/without_rules/share").asDouble()).isEqualTo(0.5);
        assertThat(written.at("/missed/0").asString()).isEqualTo("deploy");
        for (String form :
                List.of(
                        TextReport.write(asked),
                        MarkdownReport.write(asked),
                        HtmlReport.write(asked))) {
            assertThat(form).contains("clauses among 8 by BM25").contains("75.0 % (3 of 4");
        }
        assertThat(JsonReport.write(report)).doesNotContain("recall_at_8");
        assertThat(TextReport.write(report)).doesNotContain("clauses among 8");
    }
}
