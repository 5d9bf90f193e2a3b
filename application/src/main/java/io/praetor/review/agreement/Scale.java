package io.praetor.review.agreement;

/** How far two categories are apart. */
public enum Scale {
    /** Equal or not. */
    NOMINAL,
    /** By how much lies between them in the order, counted by how often it was used. */
    ORDINAL;

    /**
     * The squared difference of two ranks (Krippendorff 2011, section D).
     *
     * @param used how often each category was used
     */
    double difference(int one, int other, double[] used) {
        if (one == other) {
            return 0;
        }
        return switch (this) {
            case NOMINAL -> 1;
            case ORDINAL -> {
                int low = Math.min(one, other);
                int high = Math.max(one, other);
                double between = -(used[low] + used[high]) / 2;
                for (int rank = low; rank <= high; rank++) {
                    between += used[rank];
                }
                yield between * between;
            }
        };
    }
}
