package io.praetor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A case as lines for a terminal, in the order of seed 003: situation, decision, reasoning, what it
 * rests on. Whatever a request says is data: no control character of it reaches the terminal.
 */
record CaseText(Shell shell) {
    private static final int RULE = 70;
    private static final String INDENT = "    ";

    /** More than these say nothing new to somebody who decides on one case. */
    private static final int MISSES_MAX = 3;

    List<String> lines(JsonNode found, JsonNode entry, String progress) {
        List<String> lines = new ArrayList<>();
        lines.add("=".repeat(RULE));
        lines.add(shell.bold(clean(progress + ": " + found.path("id").asString())));
        lines.add("=".repeat(RULE));
        add(lines, "Timestamp", found.path("at"));
        add(lines, "Team", found.path("team"));
        add(lines, "Version", found.path("version"));
        texts(lines, "why now", entry.path("reasons"));
        situation(lines, found.path("situation"));
        if (found.path("blind").asBoolean()) {
            heading(lines, "decision");
            lines.add("shown blind: judge first");
        } else {
            decision(lines, found);
        }
        reviews(lines, found.path("reviews"));
        return lines;
    }

    private void situation(List<String> lines, JsonNode situation) {
        heading(lines, "situation");
        for (Map.Entry<String, JsonNode> part : situation.properties()) {
            flatten(lines, part.getKey(), part.getValue());
        }
        if (situation.isEmpty()) {
            lines.add("(erased, or none was kept)");
        }
    }

    private void flatten(List<String> lines, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(each -> flatten(lines, name + "." + each.getKey(), each.getValue()));
        } else if (value.isArray()) {
            value.forEach(each -> flatten(lines, name, each));
        } else if (!value.isNull()) {
            lines.add(clean("%s: %s".formatted(name, value.asString())));
        }
    }

    private void decision(List<String> lines, JsonNode found) {
        JsonNode summary = found.path("summary");
        JsonNode whole = found.path("decision");
        heading(lines, "decision");
        lines.add("Decision: " + shell.bold(clean(summary.path("effect").asString("unknown"))));
        add(lines, "Classification", summary.path("classification"));
        add(lines, "Risk level", summary.path("risk"));
        add(lines, "Path", summary.path("path"));
        add(lines, "Model", summary.path("model"));
        add(lines, "Confidence", summary.path("confidence"));
        heading(lines, "reasoning");
        add(lines, "Rationale", whole.path("rationale"));
        summary.path("reasons").forEach(each -> lines.add("- " + clean(each.asString())));
        trail(lines, whole.path("evaluations"));
        citations(lines, whole.path("citations"), summary.path("clauses"));
        misses(lines, whole.path("nearest_misses"));
        if (found.has("expected")) {
            String expected = found.path("expected").asString();
            boolean isSame = expected.equals(summary.path("effect").asString());
            heading(lines, "expected");
            lines.add("Decision: " + clean(expected));
            lines.add("Status: " + (isSame ? shell.green("CORRECT") : shell.red("INCORRECT")));
        }
    }

    private void trail(List<String> lines, JsonNode evaluations) {
        if (evaluations.isEmpty()) {
            return;
        }
        heading(lines, "what each evaluator said");
        for (Map.Entry<String, JsonNode> each : evaluations.properties()) {
            JsonNode said = each.getValue();
            if (!said.has("says")) {
                continue;
            }
            String effect = said.path("effect").asString(said.path("at_least").asString(""));
            List<String> rules = new ArrayList<>();
            said.path("rules").forEach(rule -> rules.add(rule.asString()));
            String by = rules.isEmpty() ? "" : ", by " + String.join(", ", rules);
            lines.add(
                    clean(
                            "%s: %s %s%s"
                                    .formatted(
                                            each.getKey(),
                                            said.path("says").asString(),
                                            effect,
                                            by)));
            said.path("reasons").forEach(why -> lines.add("    " + clean(why.asString())));
        }
    }

    private void citations(List<String> lines, JsonNode citations, JsonNode clauses) {
        heading(lines, "citations");
        for (JsonNode citation : citations) {
            lines.add(
                    clean(
                            "%s: \u201c%s\u201d"
                                    .formatted(
                                            citation.path("clause").asString(),
                                            citation.path("quote").asString())));
        }
        if (citations.isEmpty()) {
            clauses.forEach(
                    clause -> lines.add(clean(clause.asString() + " (its text is not kept here)")));
        }
    }

    private void misses(List<String> lines, JsonNode misses) {
        if (misses.isEmpty()) {
            return;
        }
        heading(lines, "nearest miss");
        for (int index = 0; index < Math.min(MISSES_MAX, misses.size()); index++) {
            JsonNode miss = misses.path(index);
            lines.add(
                    clean(
                            "%s with %s %s"
                                    .formatted(
                                            miss.path("effect").asString(),
                                            miss.path("input").asString(),
                                            miss.path("change").asString())));
        }
    }

    private void reviews(List<String> lines, JsonNode reviews) {
        if (reviews.isEmpty()) {
            return;
        }
        heading(lines, "reviews");
        for (JsonNode review : reviews) {
            lines.add(
                    clean(
                            "%s: %s %s"
                                    .formatted(
                                            review.path("reviewer").asString(),
                                            review.path("verdict").asString(),
                                            review.path("decision").asString(""))));
            add(lines, "    reasoning", review.path("reasoning"));
        }
    }

    private void texts(List<String> lines, String name, JsonNode texts) {
        if (!texts.isEmpty()) {
            heading(lines, name);
            texts.forEach(each -> lines.add(clean(each.asString())));
        }
    }

    private void heading(List<String> lines, String name) {
        lines.add("");
        lines.add("--- %s ---".formatted(name.toUpperCase(Locale.ROOT)));
    }

    private static void add(List<String> lines, String name, JsonNode value) {
        String text = value.asString("");
        if (!text.isEmpty()) {
            lines.add(clean(name + ": " + text));
        }
    }

    /** Without characters that steer a terminal or turn the direction of writing. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\u00b7");
    }

    /** The line in pieces of at most {@code width} columns; styling has none. */
    static List<String> wrapped(String line, int width) {
        if (line.length() <= width || width <= INDENT.length() * 2 || line.indexOf('\u001B') >= 0) {
            return List.of(line);
        }
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > width / 2 ? space : width;
            pieces.add(rest.substring(0, end));
            rest = INDENT + rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }
}
