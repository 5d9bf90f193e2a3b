package io.praetor.policy.document;

/** The numbers that a place in a file takes, both ends included. */
public record Range(double min, double max, boolean isWhole) {
    public static final Range UNIT = new Range(0, 1, false);

    /** Every finite number. */
    public static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, false);

    public static Range whole(long min, long max) {
        return new Range(min, max, true);
    }

    /** From {@code min} up, to the largest number that a double counts exactly. */
    public static Range atLeast(double min) {
        return new Range(min, 0x1p53, false);
    }

    boolean holds(double number) {
        return number >= min && number <= max && (!isWhole || number == Math.rint(number));
    }

    String described() {
        String what = isWhole ? "a whole number" : "a number";
        if (equals(ANY)) {
            return "a finite decimal number";
        }
        return max == 0x1p53
                ? what + " of at least " + shown(min)
                : what + " from " + shown(min) + " to " + shown(max);
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
