package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flag;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.serving.access.Authentication;
import io.praetor.serving.access.Authenticator;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Door;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Reply.Field;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Target;
import io.praetor.serving.settings.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs browsers in and out. With tokens the cookie holds the bearer token itself, so that whoever
 * takes the token out of the file ends every session of its holder; without them it holds the name
 * that somebody gave.
 */
final class SignIn {
    /** A working day. */
    private static final int SECONDS = 12 * 60 * 60;

    private static final String TOKEN = "token";
    private static final String NAME = "name";

    /** What may stand in a cookie; our tokens do, and nothing else gets through. */
    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9_.~%-]{1,400}");

    private final Authenticator authenticator;
    private final boolean isEncrypted;

    SignIn(Authenticator authenticator, ServerSettings settings) {
        this.authenticator = authenticator;
        this.isEncrypted =
                settings.tls().isPresent()
                        || settings.publicUrl()
                                .filter(url -> "https".equals(url.getScheme()))
                                .isPresent();
    }

    /** {@code GET /sign-in}. */
    Reply form(Request request) {
        return shown(HttpStatus.OK, Optional.empty());
    }

    private Reply shown(HttpStatus status, Optional<String> wrong) {
        boolean asksForTokens = authenticator.asksForTokens();
        return PageFrame.plain(
                status,
                "Sign in",
                element("h1", text("Sign in")),
                Html.maybe(
                        wrong,
                        why -> element("p", type("alert"), attribute("role", "alert"), text(why))),
                Forms.post(
                        "/sign-in",
                        element(
                                "label",
                                type("field"),
                                element("span", text(asksForTokens ? "Your token" : "Your name")),
                                element(
                                        "input",
                                        attribute("type", asksForTokens ? "password" : "text"),
                                        attribute("name", asksForTokens ? TOKEN : NAME),
                                        attribute(
                                                "autocomplete",
                                                asksForTokens ? "current-password" : "username"),
                                        flag("required"),
                                        flag("autofocus"))),
                        element("button", attribute("type", "submit"), text("Sign in"))),
                element(
                        "p",
                        "hint",
                        asksForTokens
                                ? "An operator makes tokens with `praetor token create`. Reviewing"
                                        + " takes the scope `review`."
                                : "This server asks for no tokens, so nobody vouches for the name:"
                                        + " your reviews are kept as local:NAME."));
    }

    /** {@code POST /sign-in}. */
    Reply signIn(Request request) {
        Map<String, String> form =
                Target.form(new String(request.body(), StandardCharsets.UTF_8)).orElse(Map.of());
        return authenticator.asksForTokens()
                ? byToken(form.getOrDefault(TOKEN, "").strip())
                : byName(form.getOrDefault(NAME, ""));
    }

    private Reply byToken(String token) {
        if (COOKIE.matcher(token).matches()
                && authenticator.of(Optional.of("Bearer " + token))
                        instanceof Authentication.Known(Caller caller)) {
            // An owner who does not review has no queue.
            boolean isOwner = caller.may(Scope.GOVERN) && !caller.may(Scope.REVIEW);
            return PageFrame.to(isOwner ? "/rollout" : "/queue")
                    .with(cookie(Door.TOKEN_COOKIE, token, SECONDS));
        }
        return shown(HttpStatus.FORBIDDEN, Optional.of("no such token"));
    }

    private Reply byName(String name) {
        return Viewer.named(name)
                .map(
                        viewer ->
                                PageFrame.to("/queue")
                                        .with(
                                                cookie(
                                                        Viewer.NAME_COOKIE,
                                                        Sitting.encoded(viewer.name()),
                                                        SECONDS)))
                .orElseGet(
                        () ->
                                shown(
                                        HttpStatus.BAD_REQUEST,
                                        Optional.of("a name has 1 to 100 characters")));
    }

    /** {@code POST /sign-out}. */
    Reply signOut(Request request) {
        String used = authenticator.asksForTokens() ? Door.TOKEN_COOKIE : Viewer.NAME_COOKIE;
        return PageFrame.to("/sign-in").with(cookie(used, "", 0));
    }

    private Field cookie(String name, String value, int seconds) {
        return new Field(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                        .formatted(name, value, seconds, isEncrypted ? "; Secure" : ""));
    }
}
