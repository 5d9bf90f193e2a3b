package io.praetor.suite.report;

import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import io.praetor.suite.Scored;
import io.praetor.suite.comparison.ReportedRun;
import io.praetor.suite.comparison.RunEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonReport} wrote, as far as a comparison needs it. */
public final class ReportReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportReader() {}

    /** What became of a report file. */
    public sealed interface Reading {
        record Read(ReportedRun run) implements Reading {}

        /**
         * @param reason a lower-case fragment
         */
        record Unreadable(String reason) implements Reading {}
    }

    public static Reading read(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            if (!JsonReport.FORMAT.equals(document.path("format").asString(""))) {
                return new Reading.Unreadable(
                        "is no report of a suite: `format` is not `" + JsonReport.FORMAT + "`");
            }
            return entries(document.path("scenarios"), scored(document.path("scored")));
        } catch (JacksonException malformed) {
            return new Reading.Unreadable("is not valid JSON");
        }
    }

    private static Reading entries(JsonNode scenarios, Scored scored) {
        List<RunEntry> entries = new ArrayList<>();
        for (JsonNode scenario : scenarios) {
            Optional<RunEntry> entry = entry(scenario);
            if (entry.isEmpty()) {
                return new Reading.Unreadable(
                        "scenario " + (entries.size() + 1) + " lacks its id or its decisions");
            }
            entry.ifPresent(entries::add);
        }
        return new Reading.Read(new ReportedRun(scored, entries));
    }

    private static Optional<RunEntry> entry(JsonNode scenario) {
        String id = scenario.path("id").asString("");
        Optional<Effect> expected = effect(scenario, "expected_decision");
        Optional<Effect> decision = effect(scenario, "decision");
        if (id.isEmpty() || expected.isEmpty() || decision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RunEntry(
                        id,
                        expected.get(),
                        decision.get(),
                        scenario.path("correct").asBoolean(false),
                        scenario.path("wrong_allow").asBoolean(false),
                        scenario.path("high_risk").asBoolean(false)));
    }

    private static Optional<Effect> effect(JsonNode scenario, String key) {
        return Labels.read(Effect.class, scenario.path(key).asString(""));
    }

    private static Scored scored(JsonNode scored) {
        return new Scored(
                scored.path("decider").asString(""),
                scored.path("version").asString(""),
                scored.path("policy").asString(""),
                scored.path("authority").asString(""),
                scored.path("coverage_measure").asString(""));
    }
}
