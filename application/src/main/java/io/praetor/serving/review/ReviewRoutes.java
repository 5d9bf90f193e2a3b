package io.praetor.serving.review;

import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Route;
import io.praetor.serving.json.Json;
import java.util.List;
import java.util.Set;

/** Every route of reviewing, each for callers with the scope {@code review}. */
public final class ReviewRoutes {
    private static final Access REVIEW = new Access.Holding(Scope.REVIEW);

    private final ReviewBoard board;
    private final Reviewers reviewers;

    /**
     * @param asksForTokens whether the server knows its callers by tokens
     */
    public ReviewRoutes(ReviewBoard board, boolean asksForTokens) {
        this.board = board;
        this.reviewers = new Reviewers(asksForTokens);
    }

    public List<Route> list() {
        QueueEndpoints queue = new QueueEndpoints(board, reviewers);
        ReviewEndpoints reviews = new ReviewEndpoints(board, reviewers);
        DecisionEndpoints decisions = new DecisionEndpoints(board, reviewers);
        return List.of(
                get("/v1/queue", queue::list),
                post("/v1/queue/claims", queue::claim),
                post("/v1/queue/releases", queue::release),
                post("/v1/queue/delegations", queue::delegate),
                post("/v1/reviews", reviews::submit),
                get("/v1/reviews", reviews::list),
                get("/v1/reviews/statistics", figures(_ -> statistics())),
                get("/v1/reviews/errors", figures(_ -> errors())),
                get("/v1/agreement", figures(_ -> agreement())),
                get("/v1/decisions", decisions::list),
                get("/v1/decisions/{id}", decisions::one));
    }

    private static Route get(String path, Endpoint endpoint) {
        return new Route(HttpMethod.GET, path, REVIEW, ErrorStyle.PROBLEM, endpoint);
    }

    private static Route post(String path, Endpoint endpoint) {
        return new Route(HttpMethod.POST, path, REVIEW, ErrorStyle.PROBLEM, endpoint);
    }

    /** Figures are about nobody's view: they take no parameters but the name that doors send. */
    private static Endpoint figures(Endpoint endpoint) {
        return request -> {
            Asked asked = Asked.query(request, Set.of(Reviewers.FIELD));
            return asked.isSound() ? endpoint.answer(request) : asked.refused();
        };
    }

    private Reply statistics() {
        return Reply.json(Json.bytes(json -> FiguresJson.write(json, board.statistics())));
    }

    private Reply errors() {
        return Reply.json(Json.bytes(json -> FiguresJson.write(json, board.errors())));
    }

    private Reply agreement() {
        return Reply.json(Json.bytes(json -> FiguresJson.write(json, board.agreement())));
    }
}
