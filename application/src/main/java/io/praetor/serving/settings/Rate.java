package io.praetor.serving.settings;

/**
 * How often a client may ask.
 *
 * @param perSecond requests a second in the long run, at least 1
 * @param burst requests that may come at once, at least 1
 */
public record Rate(int perSecond, int burst) {
    public Rate {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate of nothing: " + perSecond + ", " + burst);
        }
    }
}
