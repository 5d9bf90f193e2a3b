package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.decision.Citation;
import io.praetor.decision.Decision;
import io.praetor.decision.Discharge;
import io.praetor.decision.Explanation;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.reasoning.Opinion;
import io.praetor.review.CaseView;
import io.praetor.review.CaseView.Advice;
import io.praetor.rules.NearestMiss;
import io.praetor.serving.review.RecordAccount;
import java.util.List;
import java.util.Optional;

/** What was decided and what it rests on; for a viewer who may see it. */
final class DecisionHtml {
    /** More of them say nothing new to somebody who decides on one case. */
    private static final int MISSES_MAX = 3;

    private DecisionHtml() {}

    /** The answer with its reasons, to stand beside the situation. */
    static Html answer(CaseView view, Advice advice) {
        RecordAccount account = RecordAccount.of(view.record());
        Optional<String> rationale = rationale(advice);
        return Shown.section(
                "decision",
                "Decision",
                element(
                        "p",
                        type("verdict"),
                        Shown.badge(account.effect().orElse("no known label")),
                        Html.maybe(view.expected(), effect -> expected(view, effect))),
                Html.maybe(
                        rationale, words -> element("p", type("rationale"), Shown.quoted(words))),
                Shown.list(
                        account.reasons().stream()
                                .filter(reason -> !rationale.orElse("").contains(reason))
                                .toList()),
                element(
                        "dl",
                        Shown.row("Classification", account.classification()),
                        Html.maybe(account.risk(), risk -> Shown.row("Risk", Shown.badge(risk))),
                        Shown.row("Settled by", account.path().map(Shown::words)),
                        Shown.row("Model", account.model()),
                        account.confidence().isPresent()
                                ? Shown.row(
                                        "Confidence",
                                        text(Shown.figure(account.confidence().getAsDouble())))
                                : Html.NONE));
    }

    private static Html expected(CaseView view, Effect expected) {
        boolean isSame = view.of().effect().equals(Optional.of(expected));
        return Html.all(
                text(" a suite expected "),
                Shown.effect(expected),
                element(
                        "strong",
                        isSame ? "right" : "wrong",
                        isSame ? " \u2713 correct" : " \u2717 incorrect"));
    }

    private static Optional<String> rationale(Advice advice) {
        return switch (advice) {
            case Advice.Explained(Decision decision) ->
                    Optional.of(Explanation.of(decision).rationale());
            case Advice.Bare() -> Optional.empty();
        };
    }

    /** What it rests on, to stand below the answer. */
    static Html grounds(CaseView view, Advice advice) {
        return switch (advice) {
            case Advice.Explained(Decision decision) -> {
                Explanation explanation = Explanation.of(decision);
                yield Html.all(
                        citations(explanation.citations(), CitedSentences.of(decision)),
                        misses(explanation.nearestMisses()),
                        obligations(decision.obligations()));
            }
            case Advice.Bare() -> bareClauses(RecordAccount.of(view.record()));
        };
    }

    private static Html bareClauses(RecordAccount account) {
        return Shown.section(
                "clauses",
                "Clauses",
                element(
                        "p",
                        "none",
                        "The policy that decided is not kept here, so clauses have no text."),
                Shown.list(
                        account.clauses().orElse(List.of()).stream()
                                .map(ClauseId::value)
                                .toList()));
    }

    /** What each evaluator said, and what reasoning drew on. */
    static Html trail(Advice advice) {
        return switch (advice) {
            case Advice.Explained(Decision decision) ->
                    Html.all(
                            EvaluationsHtml.of(decision),
                            Html.maybe(
                                    decision.trail()
                                            .reasoning()
                                            .filter(said -> !said.passages().isEmpty()),
                                    said -> passages(said, decision)));
            case Advice.Bare() -> Html.NONE;
        };
    }

    private static Html citations(List<Citation> citations, CitedSentences cited) {
        return Shown.section(
                "clauses",
                "Clauses cited",
                Html.each(
                        citations,
                        citation ->
                                element(
                                        "figure",
                                        element(
                                                "figcaption",
                                                element("code", text(citation.clause().value())),
                                                text(" "),
                                                Shown.badge(citation.tier().label())),
                                        element(
                                                "blockquote",
                                                cited.cited(
                                                        citation.clause().value(),
                                                        citation.quote())))));
    }

    private static Html misses(List<NearestMiss> misses) {
        return misses.isEmpty()
                ? Html.NONE
                : Shown.section(
                        "misses",
                        "What would have to change",
                        element(
                                "ul",
                                Html.each(
                                        misses.subList(0, Math.min(MISSES_MAX, misses.size())),
                                        DecisionHtml::miss)));
    }

    private static Html miss(NearestMiss miss) {
        return element(
                "li",
                Shown.effect(miss.effect()),
                text(" with "),
                element("code", text(miss.input())),
                Shown.quoted(" %s (%s)".formatted(miss.change(), miss.clause())));
    }

    private static Html obligations(List<Discharge> obligations) {
        return obligations.isEmpty()
                ? Html.NONE
                : Shown.section(
                        "obligations",
                        "Obligations",
                        element("ul", Html.each(obligations, DecisionHtml::obligation)));
    }

    private static Html obligation(Discharge discharge) {
        String by = discharge.by().isEmpty() ? "" : " by " + String.join(", ", discharge.by());
        return element(
                "li",
                element("span", "tag", discharge.isMet() ? "met" : "open"),
                Shown.quoted(
                        " %s%s (%s)"
                                .formatted(
                                        discharge.obligation().ask(),
                                        by,
                                        discharge.obligation().clause())));
    }

    private static Html passages(Opinion opinion, Decision decision) {
        CitedSentences cited = CitedSentences.of(decision);
        return Shown.section(
                "passages",
                "What reasoning drew on",
                Html.each(
                        opinion.passages(),
                        id ->
                                element(
                                        "details",
                                        element("summary", element("code", text(id))),
                                        element("blockquote", passage(id, decision, cited)))));
    }

    private static Html passage(String id, Decision decision, CitedSentences cited) {
        return Optional.ofNullable(decision.policy().clauses().get(new ClauseId(id)))
                .map(Clause::text)
                .map(whole -> cited.marked(id, whole))
                .orElseGet(
                        () ->
                                element(
                                        "span",
                                        attribute("class", "none"),
                                        text("not a clause of this policy: see the log")));
    }
}
