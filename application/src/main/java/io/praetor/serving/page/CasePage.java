package io.praetor.serving.page;

import io.praetor.log.RecordId;
import io.praetor.review.CaseView;
import io.praetor.review.Conduct;
import io.praetor.review.Reception;
import io.praetor.review.Review;
import io.praetor.review.Submission;
import io.praetor.review.queue.Mode;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Target;
import io.praetor.serving.review.Asked;
import io.praetor.serving.review.SubmissionReading;
import io.praetor.situation.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Cases on the page: one to look at, and the verdict on it. */
final class CasePage {
    private static final String REVISE = "revise";
    private static final Set<String> ASKED = with(Sitting.NAMES, Set.of(REVISE));
    private static final Set<String> POSTED = with(Sitting.NAMES, SubmissionReading.NAMES);

    private final ReviewBoard board;
    private final QueuePage queue;

    CasePage(ReviewBoard board, QueuePage queue) {
        this.board = board;
        this.queue = queue;
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> names = new HashSet<>(some);
        names.addAll(more);
        return Set.copyOf(names);
    }

    /** {@code GET /cases/{id}}. */
    Reply one(Request request, Viewer viewer) {
        Asked asked = Asked.of(Map.copyOf(request.target().query()), ASKED);
        Sitting sitting = Sitting.of(asked);
        boolean isRevision = asked.text(REVISE, "true".length()).isPresent();
        if (!asked.isSound()) {
            return PageErrors.page(HttpStatus.BAD_REQUEST, asked.refusals().toString());
        }
        Optional<CaseView> view = view(request.target().id(), viewer);
        return view.isEmpty()
                ? unknown()
                : page(viewer, html(view.get(), viewer, sitting), isRevision);
    }

    private Optional<CaseView> view(String id, Viewer viewer) {
        return id.isEmpty() || id.length() > RecordId.LENGTH_MAX
                ? Optional.empty()
                : board.views().of(new RecordId(id), viewer.id());
    }

    private static Reply unknown() {
        return PageErrors.page(HttpStatus.NOT_FOUND, "no decision of that id in the log");
    }

    private CaseHtml html(CaseView view, Viewer viewer, Sitting sitting) {
        OptionalInt waiting =
                sitting.filter().mode() == Mode.UNREVIEWED
                        ? OptionalInt.of(board.queue().size(viewer.id(), sitting.filter()))
                        : OptionalInt.empty();
        return new CaseHtml(view, sitting, waiting);
    }

    private static Reply page(Viewer viewer, CaseHtml html, boolean isRevision) {
        CaseView view = html.view();
        Optional<Review> before = own(view, viewer);
        Html below;
        if (view.isOwn()) {
            below = CaseHtml.own();
        } else if (before.isPresent() && !isRevision) {
            below = html.onward();
        } else {
            below =
                    new VerdictForm(
                                    view,
                                    html.sitting(),
                                    before.map(Filled::by).orElse(Map.of()),
                                    before.isPresent())
                            .html();
        }
        return shown(viewer, html, notice(html, before), below);
    }

    /** What the viewer said of it last. */
    private static Optional<Review> own(CaseView view, Viewer viewer) {
        return view.reviews().stream()
                .filter(review -> review.reviewer().equals(viewer.id()))
                .reduce((_, later) -> later);
    }

    private static Html notice(CaseHtml html, Optional<Review> own) {
        Sitting sitting = html.sitting();
        return Html.maybe(
                sitting.saved(),
                record ->
                        record.equals(html.view().of().id().value())
                                ? PageFrame.notice(
                                        "Saved%s. Below is what was decided."
                                                .formatted(own.map(said(html)).orElse("")),
                                        Optional.empty())
                                : PageFrame.notice(
                                        "Saved. ", Optional.of(CaseHtml.undo(record, sitting))));
    }

    private static Function<Review, String> said(CaseHtml html) {
        return review ->
                ": you would " + Shown.words(Conduct.effect(html.view().of(), review).label());
    }

    private static Reply shown(Viewer viewer, CaseHtml html, Html above, Html below) {
        return PageFrame.page(
                Shown.about(html.view().of().traits()), viewer, "", html.content(above, below));
    }

    /** {@code POST /verdicts}: keeps the verdict and opens the next case. */
    Reply judge(Request request, Viewer viewer) {
        Map<String, String> form =
                Target.form(new String(request.body(), StandardCharsets.UTF_8)).orElse(Map.of());
        Asked asked = Asked.of(Filled.members(form), POSTED);
        Sitting sitting = Sitting.of(asked);
        Optional<Submission> submission = SubmissionReading.of(asked);
        if (submission.isEmpty()) {
            List<String> reasons = asked.refusals().stream().map(Refusal::toString).toList();
            return again(viewer, sitting, form, reasons);
        }
        return switch (board.desk().submit(viewer.id(), submission.get())) {
            case Reception.Kept(Review review) ->
                    kept(
                            viewer,
                            sitting.saving(review.record().value(), !submission.get().isRevision()),
                            review);
            case Reception.Refused(_, String why) -> again(viewer, sitting, form, List.of(why));
        };
    }

    /** A case judged blind is shown as it was decided; from any other the way leads on. */
    private Reply kept(Viewer viewer, Sitting sitting, Review review) {
        return review.looking().blind()
                ? PageFrame.to(sitting.at(Shown.caseAt(review.record().value())))
                : queue.next(viewer, sitting);
    }

    /** The form as it was filled in, with what is wrong about it. */
    private Reply again(
            Viewer viewer, Sitting sitting, Map<String, String> form, List<String> reasons) {
        Optional<CaseView> view = view(form.getOrDefault("record", ""), viewer);
        if (view.isEmpty()) {
            return unknown();
        }
        CaseHtml html = html(view.get(), viewer, sitting);
        boolean isRevision = own(view.get(), viewer).isPresent();
        return shown(
                viewer,
                html,
                PageFrame.alert(reasons),
                new VerdictForm(view.get(), sitting, form, isRevision).html());
    }
}
