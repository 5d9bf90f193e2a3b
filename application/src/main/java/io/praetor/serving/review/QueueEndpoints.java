package io.praetor.serving.review;

import io.praetor.log.RecordId;
import io.praetor.review.Case;
import io.praetor.review.CaseView;
import io.praetor.review.Claim;
import io.praetor.review.Conduct;
import io.praetor.review.ReviewerId;
import io.praetor.review.queue.Entry;
import io.praetor.review.queue.Filter;
import io.praetor.review.queue.Mode;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.review.queue.ReviewQueue;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue over HTTP: look at it, claim from it, give back, pass on. */
final class QueueEndpoints {
    private static final String RECORD = "record";
    private static final int SHOWN = 50;

    private final ReviewBoard board;
    private final Reviewers reviewers;

    QueueEndpoints(ReviewBoard board, Reviewers reviewers) {
        this.board = board;
        this.reviewers = reviewers;
    }

    private static Set<String> names(Set<String> some, String... more) {
        Set<String> names = new HashSet<>(some);
        names.add(Reviewers.FIELD);
        names.addAll(List.of(more));
        return names;
    }

    /** {@code GET /v1/queue}. */
    Reply list(Request request) {
        Asked asked = Asked.query(request, names(FilterReading.NAMES, "limit"));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Filter filter = FilterReading.of(asked, Mode.UNREVIEWED);
        int max = asked.count("limit", 1, ReviewQueue.LIST_MAX).orElse(SHOWN);
        if (reviewer.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        List<Entry> entries = board.queue().list(reviewer.get(), filter, max);
        int size = board.queue().size(reviewer.get(), filter);
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeNumberProperty("size", size);
                            json.writeArrayPropertyStart("entries");
                            entries.forEach(entry -> EntryJson.write(json, entry));
                            json.writeEndArray();
                            json.writeEndObject();
                        }));
    }

    /** {@code POST /v1/queue/claims}: the next case, or the one that is named. */
    Reply claim(Request request) {
        Asked asked = Asked.body(request, names(FilterReading.NAMES, RECORD));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Optional<RecordId> record = record(asked);
        Filter filter = FilterReading.of(asked, Mode.UNREVIEWED);
        if (reviewer.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        return record.isPresent()
                ? claimed(record.get(), reviewer.get())
                : next(reviewer.get(), filter);
    }

    private Reply next(ReviewerId reviewer, Filter filter) {
        Optional<Entry> entry = board.queue().claimNext(reviewer, filter);
        if (entry.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "nothing is left to review under that filter");
        }
        return shown(entry.get().of().id(), reviewer, entry.get().claim(), entry);
    }

    private Reply claimed(RecordId record, ReviewerId reviewer) {
        Optional<Case> found = board.book().find(record);
        if (found.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "no decision of that id in the log");
        }
        if (Conduct.isOwn(found.get(), reviewer)) {
            return problem(HttpStatus.FORBIDDEN, "nobody reviews an action of their own");
        }
        Optional<Claim> claim = board.claims().take(record, reviewer);
        return claim.isEmpty()
                ? problem(HttpStatus.CONFLICT, "somebody else is at it, or you claimed too many")
                : shown(record, reviewer, claim, Optional.empty());
    }

    private Reply shown(
            RecordId record, ReviewerId reviewer, Optional<Claim> claim, Optional<Entry> entry) {
        Optional<CaseView> view = board.views().of(record, reviewer);
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            claim.ifPresent(held -> EntryJson.write(json, held));
                            entry.ifPresent(
                                    each -> {
                                        json.writeName("entry");
                                        EntryJson.write(json, each);
                                    });
                            view.ifPresent(
                                    each -> {
                                        json.writeName("case");
                                        CaseJson.write(json, each);
                                    });
                            json.writeEndObject();
                        }));
    }

    /** {@code POST /v1/queue/releases}. */
    Reply release(Request request) {
        Asked asked = Asked.body(request, names(Set.of(RECORD)));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Optional<RecordId> record = required(asked);
        if (reviewer.isEmpty() || record.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        boolean released = board.claims().release(record.get(), reviewer.get());
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeBooleanProperty("released", released);
                            json.writeEndObject();
                        }));
    }

    /** {@code POST /v1/queue/delegations}. */
    Reply delegate(Request request) {
        Asked asked = Asked.body(request, names(Set.of(RECORD), "to"));
        Optional<ReviewerId> from = reviewers.of(request, asked);
        Optional<RecordId> record = required(asked);
        Optional<String> to = asked.text("to", ReviewerId.NAME_MAX);
        if (to.isEmpty()) {
            asked.refuse("to", "is missing: say who shall look at it");
        }
        if (from.isEmpty() || record.isEmpty() || to.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        ReviewerId other = reviewers.named(to.get());
        if (board.book().find(record.get()).filter(of -> Conduct.isOwn(of, other)).isPresent()) {
            return problem(HttpStatus.FORBIDDEN, "nobody reviews an action of their own");
        }
        Optional<Claim> claim = board.claims().delegate(record.get(), from.get(), other);
        return claim.isEmpty()
                ? problem(HttpStatus.CONFLICT, "it is not yours to pass on, or they have too many")
                : Reply.json(
                        Json.bytes(
                                json -> {
                                    json.writeStartObject();
                                    EntryJson.write(json, claim.get());
                                    json.writeEndObject();
                                }));
    }

    static Optional<RecordId> record(Asked asked) {
        return asked.text(RECORD, RecordId.LENGTH_MAX).map(RecordId::new);
    }

    static Optional<RecordId> required(Asked asked) {
        Optional<RecordId> record = record(asked);
        if (record.isEmpty() && asked.isSound()) {
            asked.refuse(RECORD, "is missing");
        }
        return record;
    }

    static Reply problem(HttpStatus status, String detail) {
        return ErrorStyle.PROBLEM.reply(Problem.of(status, detail));
    }
}
