package io.praetor.serving.review;

import io.praetor.review.queue.Filter;
import io.praetor.review.queue.Mode;
import io.praetor.situation.RiskLevel;
import java.util.Set;

/** Reads which cases are asked for. */
public final class FilterReading {
    /** Every member that says so. */
    public static final Set<String> NAMES = Set.of("mode", "team", "tier", "version");

    private static final int NAME_MAX = 200;

    private FilterReading() {}

    /**
     * @param usual the mode where none is asked for
     */
    public static Filter of(Asked asked, Mode usual) {
        return new Filter(
                asked.label("mode", Mode.class).orElse(usual),
                asked.text("team", NAME_MAX),
                asked.label("tier", RiskLevel.class),
                asked.text("version", NAME_MAX));
    }
}
