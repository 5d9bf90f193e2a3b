package io.praetor.app.cli;

import io.praetor.decision.Citation;
import io.praetor.decision.Decision;
import io.praetor.decision.Discharge;
import io.praetor.decision.Explanation;
import io.praetor.decision.Recording;
import io.praetor.decision.Released;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicyHeader;
import io.praetor.reasoning.Opinion;
import io.praetor.rules.NearestMiss;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A decision as lines for a terminal: the answer first, then what it rests on. */
final class DecisionText {
    /** More than these say nothing new to somebody who reads along. */
    private static final int MISSES_MAX = 2;

    private final Shell shell;

    DecisionText(Shell shell) {
        this.shell = shell;
    }

    /** {@code DENY deploy env:production by user:alice (developer)}. */
    String headline(Decision decision) {
        Situation situation = decision.situation();
        return "%s  %s%s by %s (%s)"
                .formatted(
                        badge(decision.effect()),
                        shell.bold(situation.action().type()),
                        situation.resource().named().map(name -> " " + name).orElse(""),
                        situation.actor().id(),
                        situation.actor().role().orElse("no role given"));
    }

    /** Why, by which clauses, what is open, and what came closest to another answer. */
    List<String> reasons(Decision decision, Explanation explanation) {
        List<String> lines = new ArrayList<>();
        Set<String> quoted =
                explanation.citations().stream().map(Citation::quote).collect(Collectors.toSet());
        decision.reasons().stream()
                .filter(reason -> !quoted.contains(reason))
                .forEach(reason -> lines.add(line("because", reason)));
        for (Citation citation : explanation.citations()) {
            lines.add(line("clause", "%s: %s".formatted(citation.clause(), citation.quote())));
        }
        decision.trail().reasoning().ifPresent(said -> lines.add(line("advice", advice(said))));
        for (Discharge discharge : decision.obligations()) {
            lines.add(line(discharge.isMet() ? "met" : "open", asked(discharge)));
        }
        explanation.nearestMisses().stream()
                .limit(MISSES_MAX)
                .forEach(miss -> lines.add(line("miss", miss(miss))));
        return lines;
    }

    /** Who was asked where the rules left room, what came of it, and what it drew on. */
    private static String advice(Opinion opinion) {
        String said =
                switch (opinion.evaluation()) {
                    case Evaluation.Applicable answer ->
                            String.format(
                                    Locale.ROOT,
                                    "%s (confidence %.2f)",
                                    answer.effect().label(),
                                    answer.confidence());
                    case Evaluation.NotApplicable _ -> "nothing to say";
                    case Evaluation.Indeterminate abstained -> "abstains: " + abstained.cause();
                };
        String kind = opinion.adviser().isLanguageModel() ? "" : ", no language model";
        String drawn =
                opinion.passages().isEmpty()
                        ? ""
                        : "; drew on " + String.join(", ", opinion.passages());
        return "%s%s: %s%s".formatted(opinion.adviser().name(), kind, said, drawn);
    }

    private static String asked(Discharge discharge) {
        String by = discharge.by().isEmpty() ? "" : " by " + String.join(", ", discharge.by());
        return "%s%s (%s)"
                .formatted(discharge.obligation().ask(), by, discharge.obligation().clause());
    }

    private static String miss(NearestMiss miss) {
        return "%s %s: then %s (%s)"
                .formatted(
                        miss.input(),
                        miss.change(),
                        miss.effect().name().replace('_', ' ').toLowerCase(Locale.ROOT),
                        miss.clause());
    }

    static String line(String label, String text) {
        return "    %-8s %s".formatted(label, text);
    }

    /** Which version of which policy decided. */
    String policy(Decision decision) {
        PolicyHeader header = decision.policy().header();
        return "%s %s (%s)".formatted(header.id(), header.version(), header.hash());
    }

    /** Where the record is, or why there is none. */
    static String place(Released released) {
        return switch (released.recording()) {
            case Recording.Recorded recorded ->
                    "%s, record %d, hash %s"
                            .formatted(
                                    released.decision().id(), recorded.sequence(), recorded.hash());
            case Recording.NotRecorded lost -> "not recorded: " + lost.cause();
        };
    }

    String badge(Effect effect) {
        String padded = "%-19s".formatted(effect.name());
        return switch (effect) {
            case ALLOW -> shell.green(padded);
            case REQUIRE_MFA, REQUIRE_ATTESTATION -> shell.yellow(padded);
            case DENY -> shell.red(padded);
        };
    }
}
