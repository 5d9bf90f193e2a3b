package io.praetor.log.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision as a row of a table. */
final class CsvRow {
    private static final Map<String, Pointer> COLUMNS =
            columns(
                    "sequence=/sequence",
                    "id=/id",
                    "at=/at",
                    "kind=/kind",
                    "actor=/actor",
                    "actor_role=/situation/actor/role",
                    "action=/situation/action/type",
                    "resource=/situation/resource/id",
                    "environment=/situation/resource/environment",
                    "team=/situation/context/team",
                    "effect=/body/effect",
                    "resolved=/body/resolved",
                    "risk=/body/risk",
                    "classification=/body/classification",
                    "path=/body/path",
                    "stage=/body/stage",
                    "version=/version",
                    "policy=/body/policy/id",
                    "policy_version=/body/policy/version",
                    "clauses=/body/clauses",
                    "rules=/body/rules",
                    "confidence=/body/confidence",
                    "rules_micros=/body/latency/rules",
                    "pattern_micros=/body/latency/pattern",
                    "reasoning_micros=/body/latency/reasoning",
                    "reasons=/account/reasons",
                    "expected=/body/trial/expected",
                    "correct=/body/trial/correct",
                    "coverage=/body/trial/coverage",
                    "scenario=/body/trial/scenario",
                    "hash=/hash");

    static final String HEADER = String.join(",", COLUMNS.keySet());

    /** A spreadsheet takes a cell that starts so for a formula, whoever wrote it. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvRow() {}

    static Optional<String> of(Map<String, @Nullable Object> event) {
        boolean isDecision =
                List.of("decision", "imported").contains(String.valueOf(event.get("kind")));
        return isDecision
                ? Optional.of(
                        COLUMNS.values().stream()
                                .map(column -> cell(column.value(event)))
                                .collect(Collectors.joining(",")))
                : Optional.empty();
    }

    private static String cell(Optional<Object> value) {
        return switch (value.orElse("")) {
            case String text -> quoted(guarded(text));
            case List<?> list ->
                    quoted(
                            guarded(
                                    list.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining("; "))));
            default -> String.valueOf(value.get());
        };
    }

    private static String guarded(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Map<String, Pointer> columns(String... columns) {
        Map<String, Pointer> found = new LinkedHashMap<>();
        for (String column : columns) {
            int equal = column.indexOf('=');
            found.put(
                    column.substring(0, equal),
                    Pointer.of(column.substring(equal + 1)).orElseThrow());
        }
        return found;
    }
}
