package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.log.RecordId;
import io.praetor.review.agreement.Agreement;
import io.praetor.review.statistics.ReviewStatistics;
import io.praetor.review.statistics.SystematicError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of reviewing as sections of a page. */
final class StatisticsHtml {
    private static final double MILLIS = 1_000;

    private StatisticsHtml() {}

    static Html totals(ReviewStatistics figures) {
        ReviewStatistics.Training training = figures.training();
        return Shown.section(
                "totals",
                "Totals",
                element(
                        "dl",
                        type("figures"),
                        Shown.row("Decisions", text(Long.toString(figures.decisions()))),
                        Shown.row(
                                "Reviewed",
                                text(
                                        figures.reviewed()
                                                + (figures.coverage().isPresent()
                                                        ? " ("
                                                                + Shown.percent(
                                                                        figures.coverage()
                                                                                .getAsDouble())
                                                                + ")"
                                                        : ""))),
                        Shown.row(
                                "Unreviewed",
                                text(Long.toString(figures.decisions() - figures.reviewed()))),
                        Shown.row("Decision right", Shown.share(figures.accuracy())),
                        Shown.row("Accepted whole", Shown.share(figures.accepted())),
                        Shown.row("As a suite expected", Shown.share(figures.suite())),
                        Shown.row("Correction rate, random sample", Shown.share(figures.sample())),
                        Shown.row(
                                "Goal for it",
                                text("at most " + Shown.percent(ReviewStatistics.CORRECTION_GOAL))),
                        Shown.row("Explanation, 1 to 5", Shown.number(figures.explanation())),
                        Shown.row("Advice helped", Shown.share(figures.helped())),
                        Shown.row("Median time, advice in view", time(figures.withAdvice())),
                        Shown.row("Median time, blind", time(figures.withoutAdvice())),
                        Shown.row(
                                "Corrections for training",
                                text(
                                        "%d of %d%s"
                                                .formatted(
                                                        training.corrections(),
                                                        training.needed(),
                                                        training.isReady() ? ": ready" : "")))));
    }

    private static Html time(Optional<Duration> time) {
        return time.map(known -> text(Shown.figure(known.toMillis() / MILLIS) + " s"))
                .orElseGet(() -> element("span", "none", "nothing yet"));
    }

    static Html distributions(ReviewStatistics figures) {
        return element(
                "div",
                type("columns"),
                column("Decided as", bars(figures.effects())),
                column("Corrected in", bars(figures.corrections())),
                column("Kinds of disagreement", bars(figures.kinds())));
    }

    private static Html column(String title, Html content) {
        return element("div", type("column"), element("h2", text(title)), content);
    }

    /** Counts with their shares. */
    static Html bars(Map<String, ? extends Number> counts) {
        long all = counts.values().stream().mapToLong(Number::longValue).sum();
        if (all == 0) {
            return element("p", "none", "Nothing yet.");
        }
        List<Html> rows = new ArrayList<>();
        counts.forEach((label, count) -> rows.add(bar(label, count.longValue(), all)));
        return element("table", type("bars"), element("tbody", Html.all(rows)));
    }

    private static Html bar(String label, long count, long all) {
        String shown = label.isEmpty() ? "none" : Shown.words(label);
        return element(
                "tr",
                element(
                        "th",
                        attribute("scope", "row"),
                        text(shown.length() > 24 ? shown.substring(0, 12) : shown)),
                element(
                        "td",
                        element(
                                "meter",
                                attribute("min", "0"),
                                attribute("max", Long.toString(all)),
                                attribute("value", Long.toString(count)),
                                attribute("aria-hidden", "true"))),
                element("td", type("number"), text(Long.toString(count))),
                element("td", type("number"), text(Shown.percent((double) count / all))));
    }

    static Html agreement(Agreement agreement) {
        return Shown.section(
                "agreement",
                "Agreement",
                element(
                        "dl",
                        type("figures"),
                        Shown.row("Alpha, nominal", Shown.number(agreement.nominal())),
                        Shown.row("Alpha, ordinal", Shown.number(agreement.ordinal())),
                        Shown.row("Open conflicts", text(Integer.toString(agreement.conflicts()))),
                        Html.each(
                                agreement.pairs(),
                                pair ->
                                        Shown.row(
                                                "Kappa, %s and %s"
                                                        .formatted(pair.one(), pair.other()),
                                                Shown.number(pair.kappa())))));
    }

    static Html reviewers(Agreement agreement) {
        return Shown.section(
                "reviewers",
                "Reviewers",
                element(
                        "p",
                        "hint",
                        "Who accepts far more with the advice in view than blind leans on it."),
                agreement.reviewers().isEmpty()
                        ? element("p", "none", "Nobody reviewed yet.")
                        : table(
                                List.of(
                                        "Reviewer",
                                        "Reviews",
                                        "Accepted, advice in view",
                                        "As decided, blind",
                                        "Known cases right"),
                                agreement.reviewers().stream()
                                        .map(StatisticsHtml::reviewer)
                                        .toList()));
    }

    private static List<Html> reviewer(Agreement.Reviewer reviewer) {
        return List.of(
                text(reviewer.id().value()),
                text(Integer.toString(reviewer.reviews())),
                Shown.share(reviewer.accepted()),
                Shown.share(reviewer.blind()),
                Shown.share(reviewer.known()));
    }

    static Html errors(List<SystematicError> errors) {
        return Shown.section(
                "errors",
                "Systematic errors",
                errors.isEmpty()
                        ? element("p", "none", "Nothing is corrected more often than the rest.")
                        : table(
                                List.of(
                                        "What they have in common",
                                        "Corrected",
                                        "All cases",
                                        "By chance",
                                        "Older half",
                                        "Newer half",
                                        "Cases"),
                                errors.stream().map(StatisticsHtml::error).toList()));
    }

    private static List<Html> error(SystematicError error) {
        return List.of(
                text(String.join(" and ", error.features())),
                Shown.share(error.rate()),
                text(Shown.percent(error.base())),
                text(String.format(Locale.ROOT, "%.2g", error.chance())),
                Shown.share(error.earlier()),
                Shown.share(error.later()),
                element("div", type("links"), Html.each(error.examples(), StatisticsHtml::link)));
    }

    private static Html link(RecordId id) {
        String shown = id.value();
        return element(
                "a",
                attribute("href", Shown.caseAt(id.value())),
                text("\u2026" + shown.substring(Math.max(0, shown.length() - 6)) + " "));
    }

    private static Html table(List<String> heads, List<List<Html>> rows) {
        return element(
                "div",
                type("wide"),
                attribute("tabindex", "0"),
                element(
                        "table",
                        element(
                                "thead",
                                element(
                                        "tr",
                                        Html.each(
                                                heads,
                                                head ->
                                                        element(
                                                                "th",
                                                                attribute("scope", "col"),
                                                                text(head))))),
                        element(
                                "tbody",
                                Html.each(
                                        rows,
                                        row ->
                                                element(
                                                        "tr",
                                                        Html.each(
                                                                row,
                                                                cell -> element("td", cell)))))));
    }
}
