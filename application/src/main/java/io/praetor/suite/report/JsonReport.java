package io.praetor.suite.report;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import io.praetor.suite.Answer;
import io.praetor.suite.Answer.View;
import io.praetor.suite.Arm;
import io.praetor.suite.Leak;
import io.praetor.suite.Marks;
import io.praetor.suite.Outcome;
import io.praetor.suite.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON: a header, the figures, and one entry a scenario. The format's name changes when
 * a field changes its meaning or goes; {@link ReportReader} reads it again.
 */
public final class JsonReport {
    public static final String FORMAT = "praetor-suite-report/1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String write(Report report) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("at", report.at().toString());
        document.put("suites", report.suites());
        document.put("scored", scored(report));
        document.put("summary", Figures.of(report.card(), report.outcomes().size()));
        if (!report.arms().isEmpty()) {
            document.put("evaluators", report.arms().stream().map(JsonReport::arm).toList());
        }
        if (!report.leaks().isEmpty()) {
            document.put("not_scored", report.leaks().stream().map(JsonReport::leak).toList());
        }
        if (!report.retrieval().isEmpty()) {
            document.put(
                    "recall_at_8", report.retrieval().stream().map(Figures::retrieval).toList());
        }
        document.put("scenarios", entries(report));
        return JSON.writeValueAsString(document);
    }

    private static Map<String, @Nullable Object> arm(Arm arm) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("name", arm.name());
        written.put("summary", Figures.of(arm.card(), arm.outcomes().size()));
        return written;
    }

    private static Map<String, String> leak(Leak leak) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("id", leak.scenario());
        written.put("where", leak.where());
        written.put("what", leak.what());
        return written;
    }

    /** Where several were asked, each entry also has what each of the others said. */
    private static List<Map<String, @Nullable Object>> entries(Report report) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (int i = 0; i < report.outcomes().size(); i++) {
            Map<String, @Nullable Object> entry = entry(report.outcomes().get(i));
            if (!report.arms().isEmpty()) {
                Map<String, String> others = new LinkedHashMap<>();
                for (Arm arm : report.arms()) {
                    others.put(arm.name(), arm.outcomes().get(i).answer().label());
                }
                entry.put("decisions", others);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Map<String, String> scored(Report report) {
        Map<String, String> scored = new LinkedHashMap<>();
        scored.put("decider", report.scored().decider());
        scored.put("version", report.scored().version());
        scored.put("policy", report.scored().policy());
        scored.put("authority", report.scored().authority());
        scored.put("coverage_measure", report.scored().measure());
        return scored;
    }

    private static Map<String, @Nullable Object> entry(Outcome outcome) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        putScenario(outcome.scenario(), entry);
        putAnswer(outcome.answer(), entry);
        putMarks(outcome.marks(), entry);
        entry.put("latency_micros", outcome.latencyNanos() / 1000.0);
        if (!outcome.repeats().isEmpty()) {
            entry.put("repeats", outcome.repeats());
        }
        return entry;
    }

    private static void putScenario(Scenario scenario, Map<String, @Nullable Object> entry) {
        entry.put("id", scenario.id());
        entry.put("title", scenario.title());
        entry.put("kind", scenario.kind().map(Labels::of).orElse(null));
        entry.put("difficulty", scenario.difficulty().map(Labels::of).orElse(null));
        entry.put("tier", scenario.tier().map(RiskLevel::label).orElse(null));
        entry.put("high_risk", scenario.isHighRisk());
        entry.put("tags", scenario.tags());
        entry.put("expected_decision", scenario.expected().label());
        entry.put(
                "acceptable", scenario.acceptable().stream().sorted().map(Effect::label).toList());
        entry.put("expected_refused", scenario.isRefused());
        entry.put("expected_clauses", ids(scenario.clauses()));
    }

    private static void putAnswer(Answer answer, Map<String, @Nullable Object> entry) {
        entry.put("decision", answer.effect().label());
        entry.put("refused", answer.isRefused());
        entry.put("path", answer.path());
        entry.put("clauses", ids(answer.clauses()));
        entry.put("evaluations", answer.views().stream().map(JsonReport::view).toList());
        entry.put("confidence", answer.confidence());
        entry.put("explanation", answer.explanation());
        entry.put("decision_id", answer.decisionId().orElse(null));
    }

    private static void putMarks(Marks marks, Map<String, @Nullable Object> entry) {
        entry.put("correct", marks.isRight());
        entry.put("wrong_allow", marks.isWrongAllow());
        entry.put("reasoning_coverage", orNull(marks.coverage()));
        entry.put("missed_elements", marks.missed());
    }

    private static Map<String, @Nullable Object> view(View view) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("evaluator", view.evaluator());
        written.put("binding", view.isBinding());
        written.put("outcome", view.outcome());
        written.put("effect", effect(view.effect()));
        written.put("confidence", orNull(view.confidence()));
        written.put("clauses", ids(view.clauses()));
        written.put("notes", view.notes());
        return written;
    }

    private static @Nullable String effect(Optional<Effect> effect) {
        return effect.map(Effect::label).orElse(null);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static List<String> ids(Collection<ClauseId> clauses) {
        return clauses.stream().map(ClauseId::value).toList();
    }
}
