package io.praetor.serving.review;

import io.praetor.review.ReviewerId;
import io.praetor.serving.http.Request;
import java.util.Optional;

/**
 * Tells who reviews: the name behind the token; where no tokens are asked for, the name that the
 * request gives, marked as unauthenticated.
 *
 * @param asksForTokens whether callers are known by tokens
 */
public record Reviewers(boolean asksForTokens) {
    public static final String FIELD = "reviewer";

    /** Empty where the request does not say; then {@code asked} says so. */
    public Optional<ReviewerId> of(Request request, Asked asked) {
        Optional<String> given = asked.text(FIELD, ReviewerId.NAME_MAX);
        if (asksForTokens) {
            String name = request.caller().name();
            if (given.filter(other -> !other.equals(name)).isPresent()) {
                asked.refuse(FIELD, "is not whom the token was given to; leave it out");
                return Optional.empty();
            }
            return Optional.of(new ReviewerId(name));
        }
        if (given.isEmpty()) {
            asked.refuse(FIELD, "is missing: without tokens a request says who reviews");
        }
        return given.map(ReviewerId::unauthenticated);
    }

    /** Another reviewer, named in the request. */
    ReviewerId named(String name) {
        return asksForTokens ? new ReviewerId(name) : ReviewerId.unauthenticated(name);
    }
}
