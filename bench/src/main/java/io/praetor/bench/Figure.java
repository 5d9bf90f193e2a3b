package io.praetor.bench;

/**
 * One line of the table.
 *
 * @param what is measured, such as {@code one decision in process, p50}
 * @param who was measured
 * @param value in the unit
 */
public record Figure(String what, String who, double value, Unit unit) {
    /** How a value is written, and whether more of it is better. */
    public enum Unit {
        NANOS("ns", false),
        MICROS("µs", false),
        MILLIS("ms", false),
        PER_SECOND("/s", true);

        private final String label;
        private final boolean moreIsBetter;

        Unit(String label, boolean moreIsBetter) {
            this.label = label;
            this.moreIsBetter = moreIsBetter;
        }

        public boolean moreIsBetter() {
            return moreIsBetter;
        }

        String written(double value) {
            String digits = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
            return digits.formatted(value) + " " + label;
        }
    }

    String written() {
        return unit.written(value);
    }
}
