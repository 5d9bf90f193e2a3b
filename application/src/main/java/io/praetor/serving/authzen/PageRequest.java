package io.praetor.serving.authzen;

import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The page that a search asks for (section 8.2.1).
 *
 * @param isAsked whether the request says anything about pages, so that the answer does too
 * @param limit at least 0
 */
record PageRequest(boolean isAsked, Optional<String> token, OptionalInt limit) {
    /** A token of ours has 60 characters; nothing longer is worth decoding. */
    private static final int TOKEN_CHARACTERS_MAX = 200;

    static PageRequest read(Map<String, @Nullable Object> search, List<Refusal> refusals) {
        if (!search.containsKey("page")) {
            return new PageRequest(false, Optional.empty(), OptionalInt.empty());
        }
        Optional<Map<String, @Nullable Object>> page = JsonTree.object(search.get("page"));
        if (page.isEmpty()) {
            refusals.add(new Refusal("page", "is not an object"));
            return new PageRequest(true, Optional.empty(), OptionalInt.empty());
        }
        return new PageRequest(true, token(page.get(), refusals), limit(page.get(), refusals));
    }

    private static Optional<String> token(
            Map<String, @Nullable Object> page, List<Refusal> refusals) {
        if (!page.containsKey("token")) {
            return Optional.empty();
        }
        if (page.get("token") instanceof String token && token.length() <= TOKEN_CHARACTERS_MAX) {
            return token.isEmpty() ? Optional.empty() : Optional.of(token);
        }
        refusals.add(new Refusal("page.token", "is not a token of ours"));
        return Optional.empty();
    }

    private static OptionalInt limit(Map<String, @Nullable Object> page, List<Refusal> refusals) {
        if (!page.containsKey("limit")) {
            return OptionalInt.empty();
        }
        if (page.get("limit") instanceof Double limit && limit >= 0 && limit == Math.rint(limit)) {
            return OptionalInt.of((int) Math.min(limit, Integer.MAX_VALUE));
        }
        refusals.add(new Refusal("page.limit", "is not a whole number from 0"));
        return OptionalInt.empty();
    }
}
