package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flag;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.policy.Effect;
import io.praetor.review.CaseView;
import io.praetor.review.Disagreement;
import io.praetor.serving.page.Forms.Choice;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The form in which a reviewer judges a case. Its first button saves a correction, for that is what
 * browsers press on Enter: nothing is accepted by accident.
 *
 * @param filled what its fields hold, by name
 * @param isRevision whether the reviewer judged the case before
 */
record VerdictForm(CaseView view, Sitting sitting, Map<String, String> filled, boolean isRevision) {
    VerdictForm {
        filled = Map.copyOf(filled);
    }

    Html html() {
        return element(
                "form",
                type("judge"),
                attribute("id", "judge"),
                attribute("method", "post"),
                attribute("action", "/verdicts"),
                attribute("aria-label", "Your verdict"),
                carried(),
                Shown.section(
                        "verdict",
                        view.blind() ? "Your decision" : "Your verdict",
                        element("p", "hint", hint()),
                        parts(),
                        remarks()),
                buttons());
    }

    private Html carried() {
        return Html.all(
                Forms.hidden("record", view.of().id().value()),
                Forms.hidden("hash", view.of().hash().toString()),
                Forms.hidden("took_millis", ""),
                isRevision ? Forms.hidden("revises", "true") : Html.NONE,
                sitting.quiet().fields());
    }

    private String hint() {
        if (view.blind()) {
            return "It is shown blind: give the decision you would make. Then you see what was"
                    + " decided.";
        }
        return isRevision
                ? "This takes the place of what you said before."
                : "Say only what is wrong; what you leave empty stands.";
    }

    private Html parts() {
        Html decision =
                Forms.choices(
                        "decision",
                        view.blind() ? "Decision you would make" : "Right decision",
                        "d",
                        choices(
                                Effect.values(),
                                Effect::label,
                                view.blind() ? Optional.empty() : Optional.of("stands")),
                        chosen("decision"));
        Html reasoning =
                Forms.lines(
                        "reasoning",
                        view.blind() ? "Your reasoning" : "Right reasoning",
                        "r",
                        "as it should read",
                        value("reasoning"));
        return view.blind()
                ? Html.all(decision, reasoning)
                : Html.all(decision, reasoning, details());
    }

    private Html details() {
        return element(
                "div",
                type("details"),
                Forms.line(
                        "citations",
                        "Right citations",
                        "c",
                        "every clause id, with spaces between",
                        value("citations")),
                Forms.line(
                        "classification",
                        "Right classification",
                        "f",
                        "such as production_deploy",
                        value("classification")),
                Forms.choices(
                        "risk",
                        "Right risk",
                        "t",
                        choices(RiskLevel.values(), RiskLevel::label, Optional.of("stands")),
                        chosen("risk")),
                Forms.choices(
                        "kind",
                        "Kind of disagreement",
                        "k",
                        choices(
                                Disagreement.values(),
                                Disagreement::label,
                                Optional.of("follows from the decision")),
                        chosen("kind")));
    }

    private Html remarks() {
        return Html.all(
                Forms.lines("note", "Note", "n", "anything else", value("note")),
                view.blind()
                        ? Html.NONE
                        : element(
                                "div",
                                type("details"),
                                Forms.choices(
                                        "explanation_score",
                                        "How well it explained itself",
                                        "e",
                                        scores(),
                                        chosen("explanation_score")),
                                Forms.choices(
                                        "advice_helped",
                                        "Did the advice help?",
                                        "h",
                                        List.of(
                                                new Choice("", "not said"),
                                                new Choice("true", "yes"),
                                                new Choice("false", "no")),
                                        chosen("advice_helped"))));
    }

    private Html buttons() {
        return element(
                "div",
                type("actions"),
                button(view.blind() ? "Save the decision" : "Save correction", "corrected", ""),
                view.blind() ? Html.NONE : button("Accept", "accepted", "a"),
                isRevision
                        ? Html.NONE
                        : element(
                                "button",
                                type("plain"),
                                attribute("type", "submit"),
                                attribute("formaction", "/queue/skips"),
                                attribute("data-key", "s"),
                                attribute("data-do", "press"),
                                text("Skip"),
                                Forms.key("s")));
    }

    private static Html button(String label, String verdict, String key) {
        return element(
                "button",
                type("main " + verdict),
                attribute("type", "submit"),
                attribute("name", "verdict"),
                attribute("value", verdict),
                key.isEmpty() ? flag("data-save") : attribute("data-key", key),
                text(label),
                key.isEmpty() ? Html.NONE : Forms.key(key));
    }

    private String value(String name) {
        return filled.getOrDefault(name, "");
    }

    private Optional<String> chosen(String name) {
        return Optional.of(value(name)).filter(chosen -> !chosen.isEmpty());
    }

    private static List<Choice> scores() {
        List<Choice> scores = new ArrayList<>();
        scores.add(new Choice("", "not said"));
        for (int score = 1; score <= 5; score++) {
            scores.add(new Choice(Integer.toString(score), Integer.toString(score)));
        }
        return scores;
    }

    /**
     * @param none what it means to choose none of them; empty where one has to be chosen
     */
    private static <E> List<Choice> choices(
            E[] values, Function<E, String> label, Optional<String> none) {
        List<Choice> choices = new ArrayList<>();
        none.ifPresent(words -> choices.add(new Choice("", words)));
        Arrays.stream(values)
                .map(label)
                .forEach(each -> choices.add(new Choice(each, Shown.words(each))));
        return choices;
    }
}
