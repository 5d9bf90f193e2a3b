package io.praetor.serving.review;

import io.praetor.log.RecordId;
import io.praetor.review.CaseView;
import io.praetor.review.Reception;
import io.praetor.review.Review;
import io.praetor.review.ReviewerId;
import io.praetor.review.Submission;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import java.util.Optional;
import java.util.Set;

/** Reviews over HTTP: hand one in, read those of a record. */
final class ReviewEndpoints {
    private final ReviewBoard board;
    private final Reviewers reviewers;

    ReviewEndpoints(ReviewBoard board, Reviewers reviewers) {
        this.board = board;
        this.reviewers = reviewers;
    }

    /** {@code POST /v1/reviews}. */
    Reply submit(Request request) {
        Asked asked = Asked.body(request, SubmissionReading.NAMES);
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Optional<Submission> submission = SubmissionReading.of(asked);
        if (reviewer.isEmpty() || submission.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        return switch (board.desk().submit(reviewer.get(), submission.get())) {
            case Reception.Kept(Review review) -> kept(review, reviewer.get());
            case Reception.Refused(var cause, String why) ->
                    QueueEndpoints.problem(status(cause), why);
        };
    }

    private static HttpStatus status(Reception.Cause cause) {
        return switch (cause) {
            case NO_SUCH_CASE -> HttpStatus.NOT_FOUND;
            case OWN_ACTION -> HttpStatus.FORBIDDEN;
            case HASH_DIFFERS, ALREADY_REVIEWED, CLAIMED -> HttpStatus.CONFLICT;
            case WRONG_VERDICT -> HttpStatus.BAD_REQUEST;
        };
    }

    /** With the case as it is now: a blind one shows what was decided. */
    private Reply kept(Review review, ReviewerId reviewer) {
        Optional<CaseView> view = board.views().of(review.record(), reviewer);
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeName("review");
                            ReviewJson.write(json, review);
                            view.ifPresent(
                                    each -> {
                                        json.writeName("case");
                                        CaseJson.write(json, each);
                                    });
                            json.writeEndObject();
                        }));
    }

    /** {@code GET /v1/reviews?record=ID}: those that the reviewer may see. */
    Reply list(Request request) {
        Asked asked = Asked.query(request, Set.of("record", Reviewers.FIELD));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Optional<RecordId> record = QueueEndpoints.required(asked);
        if (reviewer.isEmpty() || record.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        Optional<CaseView> view = board.views().of(record.get(), reviewer.get());
        return view.isEmpty()
                ? QueueEndpoints.problem(HttpStatus.NOT_FOUND, "no decision of that id in the log")
                : Reply.json(
                        Json.bytes(
                                json -> {
                                    json.writeStartObject();
                                    ReviewJson.list(json, view.get().reviews());
                                    json.writeEndObject();
                                }));
    }
}
