package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.Tallies;
import io.praetor.log.TallyKey;
import io.praetor.log.TreeHead;
import io.praetor.policy.Effect;
import io.praetor.review.Case;
import io.praetor.review.queue.Filter;
import io.praetor.review.queue.Mode;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.review.Asked;
import io.praetor.serving.review.FilterReading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The log on the page: how decisions are spread, the newest of them, and where the log stands. */
final class DecisionsPage {
    private static final int SHOWN = 50;
    private static final String SKIP = "skip";
    private static final Set<String> NAMES = names();

    private final ReviewBoard board;

    DecisionsPage(ReviewBoard board) {
        this.board = board;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(FilterReading.NAMES);
        names.add(SKIP);
        return Set.copyOf(names);
    }

    /** {@code GET /decisions}. */
    Reply list(Request request, Viewer viewer) {
        Asked asked = Asked.of(Map.copyOf(request.target().query()), NAMES);
        Filter filter = FilterReading.of(asked, Mode.ALL);
        int skip = asked.count(SKIP, 0, Integer.MAX_VALUE).orElse(0);
        if (!asked.isSound()) {
            return PageErrors.page(HttpStatus.BAD_REQUEST, asked.refusals().toString());
        }
        List<Case> newest = board.book().newest();
        List<Case> found =
                newest.reversed().stream()
                        .filter(filter::admits)
                        .skip(skip)
                        .limit(SHOWN + 1L)
                        .toList();
        Tallies tallies = board.counts().tallies();
        return PageFrame.page(
                "Decisions",
                viewer,
                "/decisions",
                element("h1", text("Decisions")),
                element(
                        "div",
                        type("columns"),
                        distribution("By effect", tallies, TallyKey::effect),
                        distribution("Settled by", tallies, TallyKey::path),
                        distribution("By version", tallies, TallyKey::version)),
                FilterForm.of("/decisions", filter, Offered.of(newest), false),
                table(found.subList(0, Math.min(SHOWN, found.size())), viewer),
                turning(filter, skip, found.size() > SHOWN),
                head(tallies.records()));
    }

    private static Html distribution(String title, Tallies tallies, Function<TallyKey, String> by) {
        Map<String, Long> counts = new TreeMap<>();
        tallies.counts()
                .forEach(
                        (key, tally) -> {
                            switch (key.kind()) {
                                case DECISION, IMPORTED ->
                                        counts.merge(by.apply(key), tally.records(), Long::sum);
                                case REFUSAL, ERASURE -> {}
                            }
                        });
        return element(
                "div", type("column"), element("h2", text(title)), StatisticsHtml.bars(counts));
    }

    private Html table(List<Case> cases, Viewer viewer) {
        if (cases.isEmpty()) {
            return element("p", "empty", "No decision under this filter.");
        }
        return element(
                "div",
                type("wide"),
                attribute("tabindex", "0"),
                attribute("role", "region"),
                attribute("aria-label", "The newest decisions"),
                element(
                        "table",
                        element(
                                "thead",
                                element(
                                        "tr",
                                        Html.each(
                                                List.of(
                                                        "Case",
                                                        "Decision",
                                                        "Settled by",
                                                        "Risk",
                                                        "Team",
                                                        "Time",
                                                        "Version",
                                                        "Reviews"),
                                                name ->
                                                        element(
                                                                "th",
                                                                attribute("scope", "col"),
                                                                text(name))))),
                        element("tbody", Html.each(cases, of -> row(of, viewer)))));
    }

    private Html row(Case of, Viewer viewer) {
        boolean blind = board.views().isBlind(of, viewer.id());
        return element(
                "tr",
                element(
                        "td",
                        element(
                                "a",
                                attribute("href", Shown.caseAt(of.id().value())),
                                attribute("data-entry", "case"),
                                text(Shown.about(of.traits())))),
                element(
                        "td",
                        blind
                                ? element("span", "badge blind", "blind")
                                : Html.maybe(of.effect().map(Effect::label), Shown::badge)),
                element("td", text(blind ? "" : Shown.words(of.traits().path()))),
                element("td", Shown.badge(of.traits().tier().label())),
                element("td", text(of.traits().team())),
                element("td", Shown.time(of.at())),
                element("td", element("code", text(shortened(of.traits().version())))),
                element("td", text(Integer.toString(board.book().reviewsOf(of.id()).size()))));
    }

    private static String shortened(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }

    private static Html turning(Filter filter, int skip, boolean hasMore) {
        return element(
                "nav",
                type("turning"),
                attribute("aria-label", "Older and newer decisions"),
                skip > 0 ? turn("Newer", filter, Math.max(0, skip - SHOWN)) : Html.NONE,
                hasMore ? turn("Older", filter, skip + SHOWN) : Html.NONE);
    }

    private static Html turn(String label, Filter filter, int skip) {
        Map<String, String> members =
                Sitting.filtering(
                        new Filter(
                                Mode.UNREVIEWED, filter.team(), filter.tier(), filter.version()));
        members.put(SKIP, Integer.toString(skip));
        return element("a", attribute("href", "/decisions" + Sitting.query(members)), text(label));
    }

    /** Where the log stands now. */
    private Html head(long records) {
        DecisionLog log = board.log();
        Optional<ChainedRecord> last = log.page(Math.max(0, records - 1), 1).stream().findFirst();
        List<TreeHead> heads = log.outline().heads();
        return Shown.section(
                "head",
                "Head of the log",
                element(
                        "dl",
                        Shown.row("Log", text(log.outline().origin())),
                        Shown.row("Records", text(Long.toString(records))),
                        Html.maybe(
                                last,
                                record ->
                                        Shown.row(
                                                "Chain hash of the last",
                                                element("code", text(record.hash().toString())))),
                        heads.isEmpty()
                                ? Html.NONE
                                : Shown.row(
                                        "Tree head at " + heads.getLast().size(),
                                        element("code", text(heads.getLast().root().toString()))),
                        Shown.row("Check it", element("code", text("./praetor log verify")))));
    }
}
