package io.praetor.suite.comparison;

import io.praetor.suite.Binomial;

/**
 * McNemar's exact test (1947): whether two deciders asked the same scenarios differ in how often
 * they are right.
 *
 * @param onlyFirst scenarios that only the first answered rightly
 * @param onlySecond those that only the second did
 */
public record McNemar(int onlyFirst, int onlySecond) {
    /** The two-sided probability of so uneven a split if the two were equally good. */
    public double p() {
        int smaller = Math.min(onlyFirst, onlySecond);
        return Math.min(1, 2 * Binomial.atMost(smaller, onlyFirst + onlySecond, 0.5));
    }
}
