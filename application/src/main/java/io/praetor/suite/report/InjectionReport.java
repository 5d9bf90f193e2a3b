package io.praetor.suite.report;

import io.praetor.suite.Proportion;
import io.praetor.suite.campaign.Attack.Half;
import io.praetor.suite.campaign.Defender;
import io.praetor.suite.campaign.InjectionResult;
import io.praetor.suite.campaign.InjectionResult.Breach;
import io.praetor.suite.campaign.Score;
import io.praetor.suite.campaign.Technique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An injection campaign as text, Markdown, a page and JSON. */
public final class InjectionReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String TITLE = "Injection campaign";

    /**
     * @param policy its policy set and content hash
     * @param attached who was asked beside the rules
     */
    public record Subject(String policy, String attached) {}

    private final InjectionResult result;
    private final Subject subject;

    public InjectionReport(InjectionResult result, Subject subject) {
        this.result = result;
        this.subject = subject;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : header()) {
            text.append("%s: %s\n".formatted(line.getFirst(), line.getLast()));
        }
        for (Half half : Half.values()) {
            text.append(title(half)).append('\n');
            for (Defender defender : result.defenders()) {
                Score score = result.score(half, defender.name());
                text.append(
                        "  %-40s %s; without the text %d\n"
                                .formatted(
                                        defender.name(),
                                        Shown.bounded(score.success()),
                                        score.clean()));
            }
        }
        result.breaches().forEach(breach -> text.append(line(breach)));
        return text.append(verdict()).append('\n').toString();
    }

    public String markdown() {
        return MarkdownPage.write(TITLE, headerWithVerdict(), tables());
    }

    public String html() {
        return HtmlPage.write(TITLE, headerWithVerdict(), "", tables());
    }

    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cases", result.cases());
        document.put("seed", result.seed());
        document.put("open_scenarios", result.openScenarios());
        document.put("policy", subject.policy());
        document.put("attached", subject.attached());
        document.put("held", result.isHeld());
        document.put("scores", scores());
        document.put("breaches", result.breaches().stream().map(InjectionReport::line).toList());
        return JSON.writeValueAsString(document);
    }

    private List<Map<String, Object>> scores() {
        List<Map<String, Object>> scores = new ArrayList<>();
        result.scores()
                .forEach(
                        (key, score) -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("half", key.half().name().toLowerCase(Locale.ROOT));
                            entry.put("technique", key.technique().label());
                            entry.put("evaluator", key.defender());
                            entry.put("attacks", score.attacks());
                            entry.put("refused_at_the_door", score.refused());
                            entry.put("successes", score.successes());
                            entry.put("upper_bound", score.success().upperBound());
                            entry.put("successes_without_text", score.clean());
                            entry.put("turned_by_text", score.turned());
                            scores.add(entry);
                        });
        return scores;
    }

    private List<List<String>> header() {
        return List.of(
                List.of("policy", subject.policy()),
                List.of("beside the rules", subject.attached()),
                List.of("cases", "%d, seed %d".formatted(result.cases(), result.seed())),
                List.of("scenarios of the open half", String.valueOf(result.openScenarios())));
    }

    private List<List<String>> headerWithVerdict() {
        List<List<String>> header = new ArrayList<>(header());
        header.add(List.of("result", verdict()));
        return header;
    }

    private String verdict() {
        return result.isHeld()
                ? "held: nothing that the rules deny or require came out weaker"
                : "not held: what the rules deny or require came out weaker";
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Half half : Half.values()) {
            tables.add(byDefender(half));
            tables.add(byTechnique(half));
        }
        if (!result.breaches().isEmpty()) {
            tables.add(breaches());
        }
        return tables;
    }

    private Table byDefender(Half half) {
        return new Table(
                title(half),
                List.of(
                        "evaluator",
                        "behind rules",
                        "refused at the door",
                        "succeeded",
                        "without the text",
                        "difference",
                        "turned by the text"),
                result.defenders().stream().map(defender -> row(half, defender)).toList());
    }

    private List<String> row(Half half, Defender defender) {
        Score score = result.score(half, defender.name());
        return List.of(
                defender.name(),
                defender.isGuarded() ? "yes" : "no",
                String.valueOf(score.refused()),
                Shown.bounded(score.success()),
                Shown.bounded(score.withoutText()),
                String.format(Locale.ROOT, "%+.1f points", 100 * score.difference()),
                Shown.bounded(score.byText()));
    }

    private Table byTechnique(Half half) {
        List<String> columns = new ArrayList<>(List.of("technique"));
        result.defenders().forEach(defender -> columns.add(defender.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Technique technique : Technique.values()) {
            List<String> row = new ArrayList<>(List.of(technique.label()));
            for (Defender defender : result.defenders()) {
                row.add(brief(result.score(half, technique, defender.name())));
            }
            rows.add(row);
        }
        return new Table(title(half) + ", by technique", columns, rows);
    }

    private static String brief(Score score) {
        Proportion success = score.success();
        return success.of() == 0
                ? "-"
                : "%d of %d, at most %s; %d without"
                        .formatted(
                                success.hits(),
                                success.of(),
                                Shown.percent(OptionalDouble.of(success.upperBound())),
                                score.clean());
    }

    private Table breaches() {
        return new Table(
                "Breaches",
                List.of("case", "technique", "scenario", "evaluator", "by rules", "came out"),
                result.breaches().stream()
                        .map(
                                breach ->
                                        List.of(
                                                String.valueOf(breach.number()),
                                                breach.technique().label(),
                                                breach.source(),
                                                breach.defender(),
                                                breach.floor().label(),
                                                breach.got().label()))
                        .toList());
    }

    private static String line(Breach breach) {
        return "case %d (%s, from %s), %s: %s came out as %s\n"
                .formatted(
                        breach.number(),
                        breach.technique().label(),
                        breach.source(),
                        breach.defender(),
                        breach.floor().label(),
                        breach.got().label());
    }

    private static String title(Half half) {
        return switch (half) {
            case FIRM -> "Denied or required by rules: came out weaker";
            case OPEN -> "Left open by rules, right answer stricter: allowed";
        };
    }
}
