package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;

import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.Reply;

/** What went wrong as a page; who is not known is asked to sign in. */
final class PageErrors implements ErrorStyle {
    @Override
    public Reply reply(Problem problem) {
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            return PageFrame.to("/sign-in");
        }
        return page(problem.status(), problem.detail());
    }

    static Reply page(HttpStatus status, String detail) {
        return PageFrame.plain(
                status,
                status.title(),
                element("h1", text(status.title())),
                element("p", text(detail)),
                element(
                        "p",
                        element("a", attribute("href", "/queue"), text("To the queue")),
                        text(" \u00b7 "),
                        element("a", attribute("href", "/sign-in"), text("Sign in"))));
    }
}
