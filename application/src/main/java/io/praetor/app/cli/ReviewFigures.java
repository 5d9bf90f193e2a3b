package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.ReviewDoor;
import io.praetor.app.ReviewDoor.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The figures of reviewing as lines.
 *
 * @param json whether to print what the API says instead
 */
record ReviewFigures(Shell shell, boolean json) {
    ExitCode show(ReviewDoor door, String path, Function<JsonNode, List<String>> lines) {
        Answer answer = door.get(path, Map.of());
        if (!answer.isOk()) {
            throw new BadInput(answer.problem());
        }
        if (json) {
            shell.out().println(answer.body());
        } else {
            lines.apply(answer.body()).forEach(shell.out()::println);
        }
        return ExitCode.OK;
    }

    static List<String> statistics(JsonNode found) {
        JsonNode training = found.path("training");
        return List.of(
                line("decisions", found.path("decisions").asString()),
                line(
                        "reviewed",
                        "%s, unreviewed %s"
                                .formatted(
                                        found.path("reviewed").asString(),
                                        found.path("unreviewed").asString())),
                line("distribution", counts(found.path("effects"))),
                line("accuracy", share(found.path("accuracy"))),
                line("accepted", share(found.path("accepted"))),
                line("suites", share(found.path("suite_agreement"))),
                line("corrected", counts(found.path("corrections"))),
                line("kinds", counts(found.path("kinds"))),
                line("explanations", figure(found.path("explanation_score"), "%.2f")),
                line("helped", share(found.path("advice_helped"))),
                line(
                        "sample",
                        "%s corrected; at most %.0f %% is the goal"
                                .formatted(
                                        share(found.path("sample_correction_rate")),
                                        found.path("correction_rate_goal").asDouble() * 100)),
                line(
                        "time",
                        "median %s with advice, %s without"
                                .formatted(
                                        time(found.path("median_millis_with_advice")),
                                        time(found.path("median_millis_without_advice")))),
                line(
                        "training",
                        "%s: %s corrections of %s"
                                .formatted(
                                        training.path("ready").asBoolean() ? "ready" : "not ready",
                                        training.path("corrections").asString(),
                                        training.path("needed").asString())));
    }

    static List<String> agreement(JsonNode found) {
        List<String> lines = new ArrayList<>();
        lines.add(line("alpha", figure(found.path("alpha_nominal"), "%.3f") + " nominal"));
        lines.add(line("", figure(found.path("alpha_ordinal"), "%.3f") + " ordinal"));
        for (JsonNode pair : found.path("pairs")) {
            lines.add(
                    line(
                            "kappa",
                            "%s, %s: %s"
                                    .formatted(
                                            pair.path("one").asString(),
                                            pair.path("other").asString(),
                                            figure(pair.path("kappa"), "%.3f"))));
        }
        for (JsonNode reviewer : found.path("reviewers")) {
            lines.add(
                    line(
                            "reviewer",
                            "%s: %s reviews; accepts %s; blind, decides alike %s; known cases"
                                            .formatted(
                                                    reviewer.path("reviewer").asString(),
                                                    reviewer.path("reviews").asString(),
                                                    share(reviewer.path("accepted")),
                                                    share(reviewer.path("blind_agreement")))
                                    + " right "
                                    + share(reviewer.path("known_cases_right"))));
        }
        lines.add(line("conflicts", found.path("open_conflicts").asString() + " wait for a third"));
        return lines;
    }

    static List<String> errors(JsonNode found) {
        List<String> lines = new ArrayList<>();
        for (JsonNode error : found.path("errors")) {
            lines.add(
                    "%s: %s of %s corrected, %s; base rate %.3f, by chance %.2g"
                            .formatted(
                                    texts(error.path("features"), " and "),
                                    error.path("corrections").asString(),
                                    error.path("rate").path("of").asString(),
                                    share(error.path("rate")),
                                    error.path("base_rate").asDouble(),
                                    error.path("chance").asDouble()));
            lines.add(
                    "    earlier %s, later %s"
                            .formatted(share(error.path("earlier")), share(error.path("later"))));
            lines.add("    see " + texts(error.path("examples"), ", "));
        }
        return lines.isEmpty() ? List.of("no errors that come in numbers") : lines;
    }

    private static String line(String name, String text) {
        return "%-12s %s".formatted(name, text);
    }

    private static String counts(JsonNode counts) {
        return counts.isEmpty()
                ? "none"
                : counts.properties().stream()
                        .map(each -> each.getKey() + " " + each.getValue().asString())
                        .collect(Collectors.joining(", "));
    }

    private static String texts(JsonNode texts, String between) {
        return texts.valueStream().map(JsonNode::asString).collect(Collectors.joining(between));
    }

    private static String share(JsonNode estimate) {
        return figure(estimate, "%.3f");
    }

    private static String figure(JsonNode estimate, String format) {
        if (!estimate.has("value")) {
            return "unknown";
        }
        return String.format(
                Locale.ROOT,
                format + " [" + format + ", " + format + "] of %d",
                estimate.path("value").asDouble(),
                estimate.path("low").asDouble(),
                estimate.path("high").asDouble(),
                estimate.path("of").asLong());
    }

    private static String time(JsonNode millis) {
        return millis.isMissingNode()
                ? "unknown"
                : "%.1f s".formatted(Duration.ofMillis(millis.asLong()).toMillis() / 1000.0);
    }
}
