package io.praetor.serving.page;

import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.decision.Authority;
import io.praetor.decision.Decision;
import io.praetor.decision.Evaluator;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation;
import io.praetor.policy.RuleId;
import io.praetor.reasoning.Opinion;
import java.util.List;
import java.util.Optional;

/** What each evaluator said, side by side. */
final class EvaluationsHtml {
    private EvaluationsHtml() {}

    static Html of(Decision decision) {
        Authority authority = decision.version().authority();
        return Shown.section(
                "evaluations",
                "What each evaluator said",
                element(
                        "div",
                        type("columns"),
                        column(
                                "Rules",
                                "binding",
                                Optional.of(decision.trail().rules().evaluation()),
                                Html.NONE),
                        column(
                                "Pattern",
                                binding(authority, Evaluator.PATTERN),
                                decision.trail().pattern().map(said -> said.evaluation()),
                                Html.maybe(
                                        decision.trail().pattern(),
                                        said ->
                                                Shown.row(
                                                        "Pattern", text(said.pattern().value())))),
                        column(
                                "Reasoning",
                                binding(authority, Evaluator.REASONING),
                                decision.trail().reasoning().map(Opinion::evaluation),
                                Html.maybe(
                                        decision.trail().reasoning(), EvaluationsHtml::adviser))));
    }

    private static String binding(Authority authority, Evaluator evaluator) {
        return authority.binds(evaluator) ? "binding" : "not binding";
    }

    private static Html column(String name, String how, Optional<Evaluation> said, Html more) {
        return element(
                "div",
                type("column"),
                element("h3", text(name + " "), element("span", "tag", how)),
                said.map(evaluation -> Html.all(of(evaluation), element("dl", more)))
                        .orElseGet(() -> element("p", "none", "Not asked, or nothing to say.")));
    }

    private static Html of(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable said ->
                    Html.all(
                            element("p", Shown.effect(said.effect()), text(certainty(said))),
                            Shown.list(said.reasons()),
                            element(
                                    "dl",
                                    Shown.row("Clauses", clauses(said.clauses())),
                                    Shown.row("Rules", rules(said.rules()))));
            case Evaluation.NotApplicable _ ->
                    element("p", "none", "Nothing it knows covers the situation.");
            case Evaluation.Indeterminate said ->
                    Html.all(
                            element(
                                    "p",
                                    text("Could not tell: " + said.cause() + ". At least "),
                                    Shown.effect(said.atLeast())),
                            element(
                                    "dl",
                                    Shown.row("Clauses", clauses(said.clauses())),
                                    Shown.row("Rules", rules(said.rules()))));
        };
    }

    private static String certainty(Evaluation.Applicable said) {
        List<String> why = said.ambiguities().stream().sorted().map(Ambiguity::label).toList();
        String confidence = " confidence " + Shown.figure(said.confidence());
        return why.isEmpty()
                ? confidence
                : "%s, not conclusive: %s"
                        .formatted(confidence, Shown.words(String.join(", ", why)));
    }

    private static Html adviser(Opinion opinion) {
        return Html.all(
                Shown.row(
                        "By",
                        text(
                                opinion.adviser().name()
                                        + (opinion.adviser().isLanguageModel()
                                                ? ""
                                                : " (no language model)"))),
                Shown.row(
                        "References that did not hold",
                        joined(
                                opinion.dropped().stream()
                                        .map(dropped -> dropped.reference().id())
                                        .toList())),
                Html.maybe(
                        opinion.exchange(),
                        exchange ->
                                Shown.row(
                                        "Its words",
                                        element(
                                                "details",
                                                element("summary", text("as they came")),
                                                element("pre", text(exchange.answer()))))));
    }

    static Optional<String> clauses(List<ClauseId> clauses) {
        return joined(clauses.stream().map(ClauseId::value).toList());
    }

    private static Optional<String> rules(List<RuleId> rules) {
        return joined(rules.stream().map(RuleId::value).toList());
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }
}
