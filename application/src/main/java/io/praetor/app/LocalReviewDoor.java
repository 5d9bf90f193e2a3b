package io.praetor.app;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.config.Config;
import io.praetor.log.LogUnavailableException;
import io.praetor.serving.access.Caller;
import io.praetor.serving.http.Deadline;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Route;
import io.praetor.serving.http.Target;
import io.praetor.serving.review.ReviewRoutes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reviewing API over the log on this machine, without a server: the same routes, called
 * directly.
 */
public final class LocalReviewDoor implements ReviewDoor {
    /** Nobody waits at the other end of a connection. */
    private static final Duration TIME = Duration.ofHours(1);

    private final SqliteDecisionLog log;
    private final Reviews reviews;
    private final List<Route> routes;

    private LocalReviewDoor(SqliteDecisionLog log, Reviews reviews) {
        this.log = log;
        this.reviews = reviews;
        this.routes = new ReviewRoutes(reviews.board(), false).list();
    }

    /** To review; takes the log's lock, so that no server is left out of what is said here. */
    public static LocalReviewDoor open(Config config) {
        Path file = config.data().resolve(Wiring.LOG_FILE);
        SqliteDecisionLog.read(file).close();
        SqliteDecisionLog log;
        try {
            log = SqliteDecisionLog.open(file, config.log().durability(), "");
        } catch (LogUnavailableException taken) {
            throw new LogUnavailableException(
                    taken.getMessage()
                            + "; where a server runs on it, review through that:"
                            + " `praetor review --server URL`",
                    taken);
        }
        return new LocalReviewDoor(
                log,
                Reviews.open(
                        config.data(),
                        log,
                        new Reviews.Settings(config.reviews(), config.log().durability()),
                        List.of()));
    }

    /** To look at figures, also while a server runs. */
    public static LocalReviewDoor read(Config config) {
        SqliteDecisionLog log = SqliteDecisionLog.read(config.data().resolve(Wiring.LOG_FILE));
        return new LocalReviewDoor(
                log,
                Reviews.read(
                        config.data(),
                        log,
                        new Reviews.Settings(config.reviews(), config.log().durability())));
    }

    @Override
    public Answer get(String path, Map<String, String> query) {
        return ask(HttpMethod.GET, path, new byte[0], query);
    }

    @Override
    public Answer post(String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return ask(HttpMethod.POST, path, bytes, Map.of());
    }

    private Answer ask(HttpMethod method, String path, byte[] body, Map<String, String> query) {
        Route route =
                routes.stream()
                        .filter(each -> each.method() == method && each.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no route " + path));
        Reply reply =
                route.endpoint()
                        .answer(
                                new Request(
                                        Caller.LOCAL,
                                        "localhost",
                                        body,
                                        Deadline.in(TIME, System::nanoTime),
                                        new Target(Map.of(), query)));
        return new Answer(reply.status().code(), JsonMapper.shared().readTree(reply.body()));
    }

    @Override
    public void close() {
        reviews.close();
        log.close();
    }
}
