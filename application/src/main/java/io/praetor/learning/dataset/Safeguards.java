package io.praetor.learning.dataset;

/**
 * What a data set must be before anything is trained on it.
 *
 * @param correctionsMin validated and distinct; fewer teach one reviewer's last bad week (seed 003)
 * @param signatureShareMax of one signature in the set: no single pattern may carry it, so there
 *     are at least ten (seed 000, phase 5)
 * @param duplicateSimilarity from which two situations count once: Jaccard of token trigrams
 * @param heldOutShare the newest part, which nothing is trained on
 */
public record Safeguards(
        int correctionsMin,
        double signatureShareMax,
        double duplicateSimilarity,
        double heldOutShare) {
    public static final Safeguards DEFAULT = new Safeguards(50, .1, .8, .2);
}
