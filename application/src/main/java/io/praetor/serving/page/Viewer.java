package io.praetor.serving.page;

import io.praetor.review.ReviewerId;
import io.praetor.serving.access.Caller;
import io.praetor.serving.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who looks at the page.
 *
 * @param isVouchedFor whether a token says so; otherwise somebody on this machine gave the name
 */
record Viewer(ReviewerId id, String name, boolean isVouchedFor) {
    /** The cookie with the name that somebody gave where no tokens are asked for. */
    static final String NAME_COOKIE = "praetor_reviewer";

    /** Empty where the request does not say; then a sign-in is needed. */
    static Optional<Viewer> of(Request request, boolean asksForTokens) {
        if (asksForTokens) {
            return Optional.of(vouchedFor(request.caller()));
        }
        return Optional.ofNullable(request.target().cookies().get(NAME_COOKIE))
                .flatMap(Viewer::decoded)
                .flatMap(Viewer::named);
    }

    /** Whom a token was given to. */
    static Viewer vouchedFor(Caller caller) {
        return new Viewer(new ReviewerId(caller.name()), caller.name(), true);
    }

    /** A viewer of that name, nobody vouching for it; empty where it is no name. */
    static Optional<Viewer> named(String name) {
        String plain = name.strip();
        return plain.isEmpty() || plain.length() > ReviewerId.NAME_MAX
                ? Optional.empty()
                : Optional.of(new Viewer(ReviewerId.unauthenticated(plain), plain, false));
    }

    private static Optional<String> decoded(String cookie) {
        try {
            return Optional.of(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
