package io.praetor.serving.review;

import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Case;
import io.praetor.review.CaseView;
import io.praetor.review.ReviewerId;
import io.praetor.review.queue.Filter;
import io.praetor.review.queue.Mode;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.review.queue.ReviewQueue;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Recorded decisions over HTTP, as their reader may see them. */
final class DecisionEndpoints {
    private static final int SHOWN = 50;

    private final ReviewBoard board;
    private final Reviewers reviewers;

    DecisionEndpoints(ReviewBoard board, Reviewers reviewers) {
        this.board = board;
        this.reviewers = reviewers;
    }

    /** {@code GET /v1/decisions}: the newest first. */
    Reply list(Request request) {
        Asked asked =
                Asked.query(
                        request,
                        Set.of("team", "tier", "version", "skip", "limit", Reviewers.FIELD));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        Filter filter = FilterReading.of(asked, Mode.ALL);
        OptionalInt skip = asked.count("skip", 0, Integer.MAX_VALUE);
        int max = asked.count("limit", 1, ReviewQueue.LIST_MAX).orElse(SHOWN);
        if (reviewer.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        List<Case> found =
                board.book().newest().reversed().stream()
                        .filter(filter::admits)
                        .skip(skip.orElse(0))
                        .limit(max)
                        .toList();
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeArrayPropertyStart("decisions");
                            found.forEach(of -> write(json, of, reviewer.get()));
                            json.writeEndArray();
                            json.writeEndObject();
                        }));
    }

    private void write(JsonGenerator json, Case of, ReviewerId reader) {
        boolean blind = board.views().isBlind(of, reader);
        json.writeStartObject();
        EntryJson.traits(json, of);
        json.writeBooleanProperty("blind", blind);
        if (!blind) {
            of.effect()
                    .map(Effect::label)
                    .ifPresent(effect -> json.writeStringProperty("effect", effect));
            json.writeStringProperty("path", of.traits().path());
        }
        json.writeNumberProperty("reviews", board.book().reviewsOf(of.id()).size());
        json.writeEndObject();
    }

    /** {@code GET /v1/decisions/{id}}. */
    Reply one(Request request) {
        Asked asked = Asked.query(request, Set.of(Reviewers.FIELD));
        Optional<ReviewerId> reviewer = reviewers.of(request, asked);
        if (reviewer.isEmpty() || !asked.isSound()) {
            return asked.refused();
        }
        String id = request.target().id();
        boolean isNone = id.isEmpty() || id.length() > RecordId.LENGTH_MAX;
        Optional<CaseView> view =
                isNone ? Optional.empty() : board.views().of(new RecordId(id), reviewer.get());
        return view.isEmpty()
                ? QueueEndpoints.problem(HttpStatus.NOT_FOUND, "no decision of that id in the log")
                : Reply.json(Json.bytes(json -> CaseJson.write(json, view.get())));
    }
}
