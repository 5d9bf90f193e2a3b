package io.praetor.log;

import java.time.Duration;

/**
 * What a recorder may hold and how long it may keep a caller waiting.
 *
 * @param queue records that wait for the writer
 * @param batch records that are committed together
 * @param waitMax for room in the queue, and again for the commit
 */
public record RecorderLimits(int queue, int batch, Duration waitMax) {
    /**
     * Four thousand waiting records are a tenth of a second at the least rate asked of the log; a
     * commit of 512 takes about 15 ms; a caller that got no answer in a second is better denied.
     */
    public static final RecorderLimits DEFAULT =
            new RecorderLimits(4096, 512, Duration.ofSeconds(1));

    public RecorderLimits {
        if (queue < 1 || batch < 1 || waitMax.isNegative()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
