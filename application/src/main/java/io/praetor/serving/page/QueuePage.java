package io.praetor.serving.page;

import io.praetor.log.RecordId;
import io.praetor.review.Case;
import io.praetor.review.Conduct;
import io.praetor.review.queue.Entry;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.review.queue.ReviewQueue;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Target;
import io.praetor.serving.review.Asked;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queue on the page: look at it, open its next case or another one, leave one for later. */
final class QueuePage {
    private static final String RECORD = "record";
    private static final int SHOWN = 50;

    private final ReviewBoard board;

    QueuePage(ReviewBoard board) {
        this.board = board;
    }

    /** {@code GET /queue}. */
    Reply list(Request request, Viewer viewer) {
        Asked asked = Asked.of(Map.copyOf(request.target().query()), Sitting.NAMES);
        Sitting sitting = Sitting.of(asked);
        if (!asked.isSound()) {
            return PageErrors.page(HttpStatus.BAD_REQUEST, asked.refusals().toString());
        }
        List<Entry> entries = board.queue().list(viewer.id(), sitting.filter(), SHOWN);
        int size = board.queue().size(viewer.id(), sitting.filter());
        return new QueueHtml(sitting, Offered.of(board.book().newest()))
                .page(viewer, entries, size);
    }

    /** {@code POST /queue/claims}: opens the case that is named, or the next. */
    Reply claim(Request request, Viewer viewer) {
        Asked asked = posted(request);
        Sitting sitting = Sitting.of(asked);
        Optional<RecordId> record = asked.text(RECORD, RecordId.LENGTH_MAX).map(RecordId::new);
        if (!asked.isSound()) {
            return PageErrors.page(HttpStatus.BAD_REQUEST, asked.refusals().toString());
        }
        return record.map(id -> claimed(id, viewer, sitting.quiet()))
                .orElseGet(() -> next(viewer, sitting.quiet()));
    }

    /** {@code POST /queue/skips}: gives the case back and opens the next. */
    Reply skip(Request request, Viewer viewer) {
        Asked asked = posted(request);
        Sitting sitting = Sitting.of(asked);
        Optional<RecordId> record = asked.text(RECORD, RecordId.LENGTH_MAX).map(RecordId::new);
        if (!asked.isSound() || record.isEmpty()) {
            return PageErrors.page(HttpStatus.BAD_REQUEST, "the form names no case to skip");
        }
        board.claims().release(record.get(), viewer.id());
        return next(viewer, sitting.skipping(record.get().value()));
    }

    /** Keeps the first case that is neither judged, skipped nor somebody else's, and opens it. */
    Reply next(Viewer viewer, Sitting sitting) {
        for (Entry entry :
                board.queue().list(viewer.id(), sitting.filter(), ReviewQueue.LIST_MAX)) {
            RecordId id = entry.of().id();
            if (!sitting.skipped().contains(id.value())
                    && !isDone(id, viewer)
                    && board.claims().take(id, viewer.id()).isPresent()) {
                return PageFrame.to(sitting.at(Shown.caseAt(id.value())));
            }
        }
        return PageFrame.to(sitting.at("/queue"));
    }

    private boolean isDone(RecordId id, Viewer viewer) {
        return board.book().reviewsOf(id).stream()
                .anyMatch(review -> review.reviewer().equals(viewer.id()));
    }

    private Reply claimed(RecordId id, Viewer viewer, Sitting sitting) {
        Optional<Case> found = board.book().find(id);
        if (found.isEmpty()) {
            return PageErrors.page(HttpStatus.NOT_FOUND, "no decision of that id in the log");
        }
        if (Conduct.isOwn(found.get(), viewer.id())) {
            return PageErrors.page(HttpStatus.FORBIDDEN, "nobody reviews an action of their own");
        }
        return board.claims().take(id, viewer.id()).isPresent()
                ? PageFrame.to(sitting.at(Shown.caseAt(id.value())))
                : PageErrors.page(
                        HttpStatus.CONFLICT,
                        "somebody else is at it, or you have too many cases open; take another");
    }

    private static Asked posted(Request request) {
        Map<String, @Nullable Object> form = new HashMap<>();
        Target.form(new String(request.body(), StandardCharsets.UTF_8)).ifPresent(form::putAll);
        // The button for skipping stands in the form of the verdict, which is sent along.
        Set<String> names = new HashSet<>(Sitting.NAMES);
        names.add(RECORD);
        form.keySet().retainAll(names);
        return Asked.of(form, names);
    }
}
