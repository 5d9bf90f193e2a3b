package io.praetor.serving.page;

import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;

import io.praetor.review.agreement.Agreement;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Authenticator;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Door;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Route;
import io.praetor.serving.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Every route of the page for reviewers and owners. */
public final class PageRoutes {
    private static final Access OPEN = new Access.Open();
    private static final Access REVIEW = new Access.Holding(Scope.REVIEW);
    private static final ErrorStyle ERRORS = new PageErrors();

    private final ReviewBoard board;
    private final Authenticator authenticator;
    private final SignIn signIn;

    public PageRoutes(ReviewBoard board, Authenticator authenticator, ServerSettings settings) {
        this.board = board;
        this.authenticator = authenticator;
        this.signIn = new SignIn(authenticator, settings);
    }

    /** A page for somebody. */
    @FunctionalInterface
    private interface Page {
        Reply answer(Request request, Viewer viewer);
    }

    public List<Route> list() {
        QueuePage queue = new QueuePage(board);
        CasePage cases = new CasePage(board, queue);
        DecisionsPage decisions = new DecisionsPage(board);
        return List.of(
                file("/page.css", "text/css; charset=utf-8"),
                file("/page.js", "text/javascript; charset=utf-8"),
                file("/page.svg", "image/svg+xml"),
                open(HttpMethod.GET, "/", _ -> PageFrame.to("/queue")),
                open(HttpMethod.GET, "/sign-in", signIn::form),
                open(HttpMethod.POST, "/sign-in", signIn::signIn),
                open(HttpMethod.POST, "/sign-out", signIn::signOut),
                viewing(HttpMethod.GET, "/queue", queue::list),
                viewing(HttpMethod.POST, "/queue/claims", queue::claim),
                viewing(HttpMethod.POST, "/queue/skips", queue::skip),
                viewing(HttpMethod.GET, "/cases/{id}", cases::one),
                viewing(HttpMethod.POST, "/verdicts", cases::judge),
                viewing(HttpMethod.GET, "/decisions", decisions::list),
                viewing(HttpMethod.GET, "/statistics", this::statistics));
    }

    private Reply statistics(Request request, Viewer viewer) {
        Agreement agreement = board.agreement();
        var figures = board.statistics();
        return PageFrame.page(
                "Statistics",
                viewer,
                "/statistics",
                element("h1", text("Statistics")),
                StatisticsHtml.totals(figures),
                StatisticsHtml.distributions(figures),
                StatisticsHtml.errors(board.errors()),
                StatisticsHtml.agreement(agreement),
                StatisticsHtml.reviewers(agreement));
    }

    private static Route open(HttpMethod method, String path, Endpoint endpoint) {
        return new Route(method, path, OPEN, Door.BROWSER, ERRORS, endpoint);
    }

    private Route viewing(HttpMethod method, String path, Page page) {
        return new Route(
                method,
                path,
                REVIEW,
                Door.BROWSER,
                ERRORS,
                request ->
                        Viewer.of(request, authenticator.asksForTokens())
                                .map(viewer -> page.answer(request, viewer))
                                .orElseGet(() -> PageFrame.to("/sign-in")));
    }

    private static Route file(String path, String contentType) {
        byte[] bytes = resource(path.substring(1));
        return open(
                HttpMethod.GET,
                path,
                _ -> PageFrame.secured(Reply.of(HttpStatus.OK, contentType, bytes)));
    }

    private static byte[] resource(String name) {
        try (InputStream file = PageRoutes.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name + " is part of the program").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
