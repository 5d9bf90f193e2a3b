package io.praetor.app.cli;

import io.praetor.app.cli.GovernanceCall.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A verb about families of versions. */
abstract class MetaVerb extends Verb {
    /** Where a family is named in the paths of the API. */
    static final String FAMILY = "/meta_policy/{id}";

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "who asks; otherwise the user this runs as")
    private Optional<String> person = Optional.empty();

    MetaVerb(Shell shell) {
        super(shell);
    }

    protected final GovernanceCall api() {
        return new GovernanceCall(config(), person());
    }

    protected final String person() {
        return person.orElse("user:" + System.getProperty("user.name", "unknown"));
    }

    static Map<String, String> family(String id) {
        return Map.of("id", id);
    }

    /** Prints what became of a change; a refusal is an answer, too. */
    protected final ExitCode told(Answer answer) {
        if (json()) {
            shell.out().println(answer.body());
        } else if (answer.isRefused()) {
            shell.out().println(shell.red("refused") + " " + answer.detail());
            for (JsonNode gate : answer.body().path("gates")) {
                shell.out().println("  " + gate(gate));
            }
            for (JsonNode error : answer.body().path("errors")) {
                shell.out()
                        .println(
                                "  %s: %s"
                                        .formatted(
                                                error.path("path").asString(),
                                                error.path("reason").asString()));
            }
            if (answer.body().has("refusal")) {
                shell.out().println("  kept as refusal " + answer.body().path("refusal").asLong());
            }
        } else {
            shell.out().println(change(answer.body()));
        }
        return answer.isRefused() ? ExitCode.NO : ExitCode.OK;
    }

    static String change(JsonNode change) {
        return "%d  %s  %s %s  %s -> %s  by %s%s  %s  (%s)"
                .formatted(
                        change.path("sequence").asLong(),
                        change.path("at").asString(),
                        change.path("action").asString(),
                        shortened(change.path("target").asString()),
                        change.path("from").asString("-"),
                        change.path("to").asString("-"),
                        change.path("requested_by").asString(),
                        change.has("approved_by")
                                ? ", approved by " + change.path("approved_by").asString()
                                : "",
                        change.path("reasoning").asString(),
                        change.path("trigger").asString());
    }

    static String gate(JsonNode gate) {
        return "%-20s %-12s value %s  bound %s  limit %s"
                .formatted(
                        gate.path("gate").asString(),
                        gate.path("answer").asString(),
                        figure(gate.path("value")),
                        figure(gate.path("bound")),
                        figure(gate.path("limit")));
    }

    static String figure(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%.4g", number.asDouble()) : "-";
    }

    /** Ids are long; a dozen digits tell them apart. */
    static String shortened(String id) {
        int shown = 12;
        return id.matches("[0-9a-f]{64}.*") ? id.substring(0, shown) + id.substring(64) : id;
    }
}
