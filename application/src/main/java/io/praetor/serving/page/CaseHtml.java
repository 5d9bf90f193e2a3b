package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flag;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.decision.ActingVersion;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyHeader;
import io.praetor.review.Case;
import io.praetor.review.CaseView;
import io.praetor.review.CaseView.Advice;
import io.praetor.review.Disagreement;
import io.praetor.review.Review;
import io.praetor.review.Verdict;
import io.praetor.serving.review.RecordAccount;
import io.praetor.situation.RiskLevel;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A case as a page, as far as its viewer may see it: what must not be shown is not in the view.
 *
 * @param waiting how many cases stand in the queue, this one included; empty where it does not
 *     shrink
 */
record CaseHtml(CaseView view, Sitting sitting, OptionalInt waiting) {
    /**
     * The content of the page.
     *
     * @param below what stands under the case: a form, or the way on
     */
    Html content(Html above, Html below) {
        Case of = view.of();
        return Html.all(
                above,
                progress(),
                element(
                        "div",
                        type("heading"),
                        element("h1", text(Shown.about(of.traits()))),
                        view.blind() ? element("span", "badge blind", "blind") : Html.NONE,
                        element(
                                "p",
                                type("facts"),
                                text(of.traits().team() + " \u00b7 "),
                                Shown.time(of.at()),
                                text(" \u00b7 " + of.id().value()))),
                element(
                        "div",
                        type("pair"),
                        SituationHtml.of(RecordAccount.situation(view.record())),
                        element(
                                "div",
                                view.advice().map(this::decision).orElseGet(CaseHtml::heldBack))),
                Html.maybe(view.advice(), DecisionHtml::trail),
                reviews(),
                below,
                record());
    }

    private Html progress() {
        if (waiting.isEmpty()) {
            return Html.NONE;
        }
        int all = sitting.done() + waiting.getAsInt();
        return element(
                "p",
                type("progress"),
                element(
                        "progress",
                        attribute("value", Integer.toString(sitting.done())),
                        attribute("max", Integer.toString(Math.max(1, all))),
                        attribute("aria-hidden", "true")),
                text("%d of %d judged".formatted(sitting.done(), all)));
    }

    private Html decision(Advice advice) {
        return Html.all(DecisionHtml.answer(view, advice), DecisionHtml.grounds(view, advice));
    }

    private static Html heldBack() {
        return Shown.section(
                "decision",
                "Decision",
                element(
                        "p",
                        "held",
                        "Shown blind: judge first. What was decided, and why, comes with your"
                                + " verdict."));
    }

    private Html reviews() {
        return view.reviews().isEmpty()
                ? Html.NONE
                : Shown.section(
                        "reviews",
                        "Reviews",
                        element("ol", Html.each(view.reviews(), CaseHtml::review)));
    }

    private static Html review(Review review) {
        return element(
                "li",
                element("strong", text(review.reviewer().value())),
                text(" "),
                Shown.time(review.at()),
                text(review.looking().blind() ? " blind: " : ": "),
                verdict(review.verdict()),
                Html.maybe(review.looking().note(), note -> element("p", "note", note)));
    }

    private static Html verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted() -> text("accepted");
            case Verdict.Corrected corrected ->
                    Html.all(
                            text("corrected"),
                            element(
                                    "dl",
                                    Shown.row("Decision", corrected.decision().map(Effect::label)),
                                    Shown.row("Reasoning", corrected.reasoning()),
                                    Shown.row("Classification", corrected.classification()),
                                    Shown.row("Risk", corrected.risk().map(RiskLevel::label)),
                                    Shown.row(
                                            "Citations",
                                            corrected
                                                    .citations()
                                                    .flatMap(EvaluationsHtml::clauses)),
                                    Shown.row(
                                            "Kind",
                                            corrected
                                                    .kind()
                                                    .map(Disagreement::label)
                                                    .map(Shown::words))));
        };
    }

    /** The record, its place in the log, and how to prove it to others. */
    private Html record() {
        return element(
                "details",
                type("record"),
                element("summary", text("Record, version and proof")),
                element(
                        "dl",
                        Shown.row("Record", text(view.of().id().value())),
                        Shown.row("Sequence", text(Long.toString(view.record().sequence()))),
                        Shown.row("Chain hash", element("code", text(view.of().hash().toString()))),
                        Html.maybe(view.advice(), CaseHtml::version),
                        Shown.row(
                                "Prove it",
                                element(
                                        "code",
                                        text("./praetor log proof " + view.of().id().value())))));
    }

    private static Html version(Advice advice) {
        return switch (advice) {
            case Advice.Explained(var decision) -> {
                ActingVersion version = decision.version();
                PolicyHeader policy = decision.policy().header();
                yield Html.all(
                        Shown.row("Version", element("code", text(version.id()))),
                        Shown.row("Stage", text(version.authority().stage())),
                        Shown.row("Policy", text(policy.id() + " " + policy.version())),
                        Shown.row("Policy hash", element("code", text(policy.hash()))));
            }
            case Advice.Bare() -> Html.NONE;
        };
    }

    /** Leads to revising a case. */
    static Html undo(String record, Sitting sitting) {
        String address = sitting.quiet().at(Shown.caseAt(record));
        return element(
                "a",
                attribute("href", address + (address.contains("?") ? "&" : "?") + "revise=true"),
                attribute("data-key", "u"),
                attribute("data-do", "press"),
                text("Undo (revise)"),
                Forms.key("u"));
    }

    /** The way on from a case that was judged. */
    Html onward() {
        return element(
                "div",
                type("actions"),
                Forms.post(
                        "/queue/claims",
                        sitting.fields(),
                        element(
                                "button",
                                type("main"),
                                attribute("type", "submit"),
                                flag("autofocus"),
                                text("Next case"),
                                Forms.key("Enter"))),
                view.isDone() ? undo(view.of().id().value(), sitting) : Html.NONE);
    }

    static Html own() {
        return PageFrame.notice(
                "It is an action of your own, or of somebody who acts for you: others judge it.",
                Optional.empty());
    }
}
