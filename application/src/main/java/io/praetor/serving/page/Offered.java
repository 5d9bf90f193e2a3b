package io.praetor.serving.page;

import io.praetor.review.Case;
import java.util.List;
import java.util.function.Function;

/**
 * What the newest cases can be narrowed to.
 *
 * @param teams in order, at most {@link #MAX}
 * @param versions in order, at most {@link #MAX}
 */
record Offered(List<String> teams, List<String> versions) {
    private static final int MAX = 100;

    static Offered of(List<Case> newest) {
        return new Offered(
                values(newest, each -> each.traits().team()),
                values(newest, each -> each.traits().version()));
    }

    private static List<String> values(List<Case> newest, Function<Case, String> value) {
        return newest.stream()
                .map(value)
                .filter(text -> !text.isBlank())
                .distinct()
                .sorted()
                .limit(MAX)
                .toList();
    }
}
