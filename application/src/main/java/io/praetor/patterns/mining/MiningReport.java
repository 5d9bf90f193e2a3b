package io.praetor.patterns.mining;

import io.praetor.patterns.Pattern;
import java.util.List;

/**
 * What mining found.
 *
 * @param confirmations how many counted
 * @param frames how many kinds of action and answer by rules they fell into
 */
public record MiningReport(int confirmations, int frames, List<Pattern> patterns) {
    public MiningReport {
        patterns = List.copyOf(patterns);
    }

    /** How many confirmations some pattern rests on; one that two patterns share counts twice. */
    public int covered() {
        return patterns.stream().mapToInt(each -> each.evidence().validations()).sum();
    }

    /** The share of confirmations that patterns answer, in [0, 1]. */
    public double coverage() {
        return confirmations == 0 ? 0 : Math.min(1, (double) covered() / confirmations);
    }
}
