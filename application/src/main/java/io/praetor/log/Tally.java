package io.praetor.log;

/**
 * Counts over records that have something in common.
 *
 * @param judged how many a suite had an expectation for
 * @param correct how many of those met it
 * @param covered how many of those have a reasoning coverage
 * @param coverage the sum of it
 */
public record Tally(long records, long judged, long correct, long covered, double coverage) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                records + other.records,
                judged + other.judged,
                correct + other.correct,
                covered + other.covered,
                coverage + other.coverage);
    }
}
