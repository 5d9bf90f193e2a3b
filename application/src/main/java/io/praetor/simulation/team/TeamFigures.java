package io.praetor.simulation.team;

import io.praetor.patterns.Bound;

/**
 * How patterns did on one simulated stream.
 *
 * @param heldOut the newest fifth
 * @param reviews how many decisions were reviewed
 * @param suspensions how often a correction stopped a pattern
 * @param active how many patterns answered in the end
 */
public record TeamFigures(
        long seed, Share whole, Share heldOut, int reviews, int suspensions, int active) {

    /**
     * A part of the stream.
     *
     * @param ruled what the rules settled alone
     * @param open what they left open
     * @param hits what a pattern answered of it
     * @param right where that was the truth
     * @param allowsOfDenied where a pattern allowed what is to be denied
     * @param novelHits where a pattern answered a situation that was new in kind
     */
    public record Share(
            int ruled, int open, int hits, int right, int allowsOfDenied, int novelHits) {
        public double hitRate() {
            return open == 0 ? 0 : (double) hits / open;
        }

        public double precision() {
            return hits == 0 ? 0 : (double) right / hits;
        }

        /** One-sided at 95 %. */
        public double precisionBound() {
            return Bound.of(right, hits);
        }
    }
}
