package io.praetor.rollout.statistics;

import java.util.List;

/**
 * The least-squares slope of block means over block number, with its standard error.
 *
 * <p>The error comes from the spread inside the blocks, pooled, not from the few residuals of the
 * line: five points leave three degrees of freedom, the values in the blocks some hundreds.
 *
 * @param perBlock change of the mean from one block to the next
 */
public record Slope(double perBlock, double error) {
    /** Two blocks make a line. */
    public static final int BLOCKS_MIN = 2;

    /** Blocks in order of time, each with the same number of values. */
    public static Slope of(List<Moments> blocks) {
        int size = blocks.size();
        if (size < BLOCKS_MIN) {
            throw new IllegalArgumentException("a slope needs two blocks, not " + size);
        }
        Moments pooled = Moments.NONE;
        double within = 0;
        double covered = 0;
        for (int index = 0; index < size; index++) {
            Moments block = blocks.get(index);
            within += block.squares();
            covered += (index - (size - 1) / 2.0) * block.mean();
            pooled = pooled.merge(block);
        }
        double spread = size * ((double) size * size - 1) / 12;
        double degrees = Math.max(1, pooled.count() - size);
        double meanVariance = within / degrees / ((double) pooled.count() / size);
        return new Slope(covered / spread, Math.sqrt(meanVariance / spread));
    }

    /** The slope times b2 / (b2 + SE2): what noise alone would give goes towards level. */
    public double shrunk() {
        double square = perBlock * perBlock;
        double total = square + error * error;
        return total == 0 ? 0 : perBlock * square / total;
    }
}
