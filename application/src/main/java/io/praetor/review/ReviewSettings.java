package io.praetor.review;

import java.time.Duration;

/**
 * How reviewing is run. Shares are in [0, 1].
 *
 * @param seed of every draw; the same seed draws the same cases again
 * @param floorShare of the queue's places that go to cases drawn at random
 * @param sampleShare of all cases that are drawn for those places, and come to nobody otherwise
 * @param blindShare of a reviewer's cases that are shown before the advice
 * @param knownShare of a reviewer's places, and of the cases whose answer a suite knows, that test
 *     the reviewer
 * @param secondShare of all cases that two reviewers look at
 * @param claimTime how long a claimed case is kept for its reviewer
 * @param correctionsToTrain corrections that training needs (seed 003: 50)
 */
public record ReviewSettings(
        long seed,
        double floorShare,
        double sampleShare,
        double blindShare,
        double knownShare,
        double secondShare,
        Duration claimTime,
        int correctionsToTrain) {
    public static final ReviewSettings DEFAULT =
            new ReviewSettings(1, .1, .05, .05, .05, .1, Duration.ofMinutes(15), 50);

    public ReviewSettings {
        check("floor", floorShare);
        check("sample", sampleShare);
        check("blind", blindShare);
        check("known", knownShare);
        check("second", secondShare);
        if (claimTime.isNegative() || claimTime.isZero() || correctionsToTrain < 1) {
            throw new IllegalArgumentException("claims last, and training needs corrections");
        }
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the %s share is in [0, 1], not %s".formatted(name, share));
        }
    }
}
