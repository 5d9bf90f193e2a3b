package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flag;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.policy.Effect;
import io.praetor.review.Case;
import io.praetor.review.Conduct.Need;
import io.praetor.review.queue.Entry;
import io.praetor.serving.http.Reply;
import io.praetor.situation.Labels;
import java.util.List;
import java.util.Optional;

/** The queue as a page. */
record QueueHtml(Sitting sitting, Offered offered) {
    Reply page(Viewer viewer, List<Entry> entries, int size) {
        return PageFrame.page(
                "Queue",
                viewer,
                "/queue",
                saved(),
                element(
                        "div",
                        type("heading"),
                        element("h1", text("Queue")),
                        element("p", type("count"), text(counted(size, entries.size()))),
                        entries.isEmpty() ? Html.NONE : next()),
                FilterForm.of("/queue", sitting.filter(), offered, true),
                entries.isEmpty()
                        ? element(
                                "p",
                                "empty",
                                "Nothing is left to review under this filter. Another filter shows"
                                        + " other cases.")
                        : element("ol", type("entries"), Html.each(entries, this::entry)));
    }

    private Html saved() {
        return Html.maybe(
                sitting.saved(),
                record ->
                        PageFrame.notice(
                                "Saved. %d judged. ".formatted(sitting.done()),
                                Optional.of(CaseHtml.undo(record, sitting))));
    }

    private static String counted(int size, int shown) {
        return shown < size
                ? "%d cases, the first %d shown".formatted(size, shown)
                : size == 1 ? "1 case" : size + " cases";
    }

    private Html next() {
        return Forms.post(
                "/queue/claims",
                sitting.quiet().fields(),
                element(
                        "button",
                        type("main"),
                        attribute("type", "submit"),
                        flag("autofocus"),
                        attribute("data-entry", "next"),
                        text("Review the next case"),
                        Forms.key("Enter")));
    }

    private Html entry(Entry entry) {
        Case of = entry.of();
        String about = Shown.about(of.traits());
        return element(
                "li",
                type("entry"),
                element(
                        "div",
                        type("line"),
                        element("h2", text(about)),
                        Shown.badge(of.traits().tier().label()),
                        decided(entry),
                        entry.need() == Need.FIRST || entry.need() == Need.NONE
                                ? Html.NONE
                                : element("span", "tag", need(entry.need())),
                        element("span", "tag", pick(entry))),
                element(
                        "p",
                        type("facts"),
                        text(of.traits().team() + " \u00b7 "),
                        Shown.time(of.at()),
                        text(" \u00b7 " + of.id().value())),
                element(
                        "ul",
                        type("why"),
                        attribute("aria-label", "Why it stands here"),
                        Html.each(entry.reasons(), reason -> element("li", Shown.quoted(reason)))),
                open(of, about));
    }

    private static Html decided(Entry entry) {
        return entry.blind()
                ? element("span", "badge blind", "blind")
                : Html.maybe(entry.of().effect().map(Effect::label), Shown::badge);
    }

    private static String need(Need need) {
        return switch (need) {
            case FIRST -> "first opinion";
            case SECOND -> "second opinion";
            case ADJUDICATION -> "settle a conflict";
            case NONE -> "";
        };
    }

    private static String pick(Entry entry) {
        return switch (entry.pick().shown()) {
            case CLAIMED -> "yours";
            case RANDOM -> "random sample";
            case WORTH, TEST -> "worth " + (entry.blind() ? "looking" : worth(entry));
        };
    }

    private static String worth(Entry entry) {
        return Shown.figure(entry.worth().value());
    }

    private Html open(Case of, String about) {
        return Forms.post(
                "/queue/claims",
                Sitting.begun(sitting.filter()).fields(),
                Forms.hidden("record", of.id().value()),
                element(
                        "button",
                        attribute("type", "submit"),
                        attribute("data-entry", Labels.of(of.traits().tier())),
                        attribute("aria-label", "Open " + about),
                        text("Open")));
    }
}
