package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flag;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Reply.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What every page has: its head, the way to the others, the keys, and what browsers may do. */
final class PageFrame {
    /** Nothing but what we serve ourselves, and no frame around it. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final List<Field> FIELDS =
            List.of(
                    new Field("Content-Security-Policy", CONTENT_POLICY),
                    new Field("Referrer-Policy", "no-referrer"),
                    new Field("X-Frame-Options", "DENY"),
                    new Field("Cross-Origin-Opener-Policy", "same-origin"),
                    new Field("Cross-Origin-Resource-Policy", "same-origin"));

    private static final List<Place> PLACES =
            List.of(
                    new Place("/queue", "Queue"),
                    new Place("/decisions", "Decisions"),
                    new Place("/statistics", "Statistics"),
                    new Place("/rollout", "Rollout"));

    private PageFrame() {}

    private record Place(String path, String name) {}

    /** A page for somebody who signed in. */
    static Reply page(String title, Viewer viewer, String here, Html... content) {
        return reply(HttpStatus.OK, title, Html.all(header(viewer, here), main(content), keys()));
    }

    /** A page for anybody. */
    static Reply plain(HttpStatus status, String title, Html... content) {
        return reply(
                status, title, Html.all(element("header", type("top"), brand()), main(content)));
    }

    /** Leads the browser to another page. */
    static Reply to(String path) {
        return secured(Reply.text(HttpStatus.SEE_OTHER, "see " + path + "\n"))
                .with(new Field("Location", path));
    }

    static Reply secured(Reply reply) {
        Reply secured = reply;
        for (Field field : FIELDS) {
            secured = secured.with(field);
        }
        return secured;
    }

    private static Reply reply(HttpStatus status, String title, Html body) {
        String document =
                element(
                                "html",
                                attribute("lang", "en"),
                                head(title),
                                element(
                                        "body",
                                        element(
                                                "a",
                                                type("skip"),
                                                attribute("href", "#main"),
                                                text("To the content")),
                                        body))
                        .document();
        return secured(
                Reply.of(
                        status,
                        "text/html; charset=utf-8",
                        document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Html head(String title) {
        return element(
                "head",
                element("meta", attribute("charset", "utf-8")),
                element(
                        "meta",
                        attribute("name", "viewport"),
                        attribute("content", "width=device-width, initial-scale=1")),
                element(
                        "meta",
                        attribute("name", "color-scheme"),
                        attribute("content", "light dark")),
                element("title", text(title + " \u2013 Praetor")),
                element("link", attribute("rel", "icon"), attribute("href", "/page.svg")),
                element("link", attribute("rel", "stylesheet"), attribute("href", "/page.css")),
                element("script", attribute("src", "/page.js"), flag("defer")));
    }

    private static Html brand() {
        return element("a", type("brand"), attribute("href", "/queue"), text("Praetor"));
    }

    private static Html header(Viewer viewer, String here) {
        return element(
                "header",
                type("top"),
                brand(),
                element(
                        "nav",
                        attribute("aria-label", "Pages"),
                        Html.each(PLACES, place -> link(place, here))),
                element(
                        "div",
                        type("who"),
                        element("span", type("name"), text(viewer.name())),
                        viewer.isVouchedFor()
                                ? Html.NONE
                                : element("span", "unvouched", "name not verified"),
                        element(
                                "button",
                                type("plain scripted"),
                                attribute("type", "button"),
                                attribute("data-key", "?"),
                                attribute("data-do", "help"),
                                text("Keys"),
                                Forms.key("?")),
                        Forms.post(
                                "/sign-out",
                                element(
                                        "button",
                                        type("plain"),
                                        attribute("type", "submit"),
                                        text("Sign out")))));
    }

    private static Html link(Place place, String here) {
        return element(
                "a",
                attribute("href", place.path()),
                place.path().equals(here) ? attribute("aria-current", "page") : Html.NONE,
                text(place.name()));
    }

    private static Html main(Html... content) {
        return element(
                "main", attribute("id", "main"), attribute("tabindex", "-1"), Html.all(content));
    }

    /** Said to whoever looks and to whoever listens. */
    static Html notice(String text, Optional<Html> more) {
        return element("p", type("notice"), text(text), more.orElse(Html.NONE));
    }

    static Html alert(List<String> reasons) {
        return reasons.isEmpty()
                ? Html.NONE
                : element(
                        "div",
                        type("alert"),
                        attribute("role", "alert"),
                        attribute("tabindex", "-1"),
                        element("p", text("Nothing was saved.")),
                        element("ul", Html.each(reasons, reason -> element("li", text(reason)))));
    }

    private static final List<Place> KEYS =
            List.of(
                    new Place("j k \u2193 \u2191", "next and last case of a list"),
                    new Place("Enter", "open the case; press the button; save"),
                    new Place("a", "accept: Enter saves it"),
                    new Place("d", "another decision: 1 to 4 choose it"),
                    new Place("r", "other reasoning"),
                    new Place("c", "other citations"),
                    new Place("f t", "other classification; other risk, 1 to 4"),
                    new Place("k", "kind of disagreement: 1 to 3"),
                    new Place("n", "note"),
                    new Place("e h", "score of the explanation, 1 to 5; whether it helped"),
                    new Place("Ctrl Enter", "save from within a text"),
                    new Place("Esc", "leave a text, close this"),
                    new Place("s", "skip"),
                    new Place("u", "undo: revise what was saved last"),
                    new Place("?", "these keys"));

    private static Html keys() {
        return element(
                "dialog",
                attribute("id", "help"),
                attribute("aria-labelledby", "keys-title"),
                element("h2", attribute("id", "keys-title"), text("Keys")),
                element(
                        "dl",
                        type("keys"),
                        Html.each(
                                KEYS,
                                key ->
                                        Html.all(
                                                element("dt", element("kbd", text(key.path()))),
                                                element("dd", text(key.name()))))),
                element(
                        "label",
                        element(
                                "input",
                                attribute("type", "checkbox"),
                                attribute("id", "keys-on"),
                                flag("checked")),
                        element("span", text("Keys of one letter work"))),
                element(
                        "form",
                        attribute("method", "dialog"),
                        element("button", attribute("type", "submit"), text("Close"))));
    }
}
