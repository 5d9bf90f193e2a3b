package io.praetor.log;

/** A number as RFC 8785 writes it: ECMAScript's {@code Number::toString} (ECMA-262, 6.1.6.1.20). */
final class CanonicalNumber {
    /** Integers up to here are doubles too, and print the same. */
    private static final long EXACT_MAX = 1L << 53;

    /** Below it a subnormal may have a one-digit form that the JDK passes over for two digits. */
    private static final double ONE_DIGIT_BELOW = 1e-320;

    /** Decimal exponents outside ({@code -6}, {@code 21}] take the exponential form. */
    private static final int PLAIN_ABOVE = -6;

    private static final int PLAIN_MAX = 21;

    private CanonicalNumber() {}

    static String of(long value) {
        if (Math.abs(value) > EXACT_MAX) {
            throw new IllegalArgumentException("no double holds %d exactly".formatted(value));
        }
        return Long.toString(value);
    }

    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT_MAX) {
            return Long.toString((long) value);
        }
        String sign = value < 0 ? "-" : "";
        return sign + ofPositive(Math.abs(value));
    }

    /** Takes the digits of {@link Double#toString}, which are the shortest, and lays them out. */
    private static String ofPositive(double value) {
        String text = Double.toString(value);
        int e = text.indexOf('E');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        int point = mantissa.indexOf('.');
        String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int leading = 0;
        while (all.charAt(leading) == '0') {
            leading++;
        }
        String digits = withoutTrailingZeros(all.substring(leading));
        int position = point - leading + exponent;
        if (value < ONE_DIGIT_BELOW && digits.length() == 2) {
            return oneDigit(value, digits, position);
        }
        return laidOut(digits, position);
    }

    /** The one-digit decimal next to two digits, where it reads back as the same double. */
    private static String oneDigit(double value, String digits, int position) {
        int rounded = (Integer.parseInt(digits) + 5) / 10;
        String text = rounded == 10 ? laidOut("1", position + 1) : laidOut("" + rounded, position);
        return Double.parseDouble(text) == value ? text : laidOut(digits, position);
    }

    /**
     * @param digits significant digits, no zero at either end
     * @param position where the decimal point stands, counted from the first digit
     */
    private static String laidOut(String digits, int position) {
        int count = digits.length();
        if (count <= position && position <= PLAIN_MAX) {
            return digits + "0".repeat(position - count);
        }
        if (0 < position && position <= PLAIN_MAX) {
            return digits.substring(0, position) + "." + digits.substring(position);
        }
        if (PLAIN_ABOVE < position && position <= 0) {
            return "0." + "0".repeat(-position) + digits;
        }
        int exponent = position - 1;
        String rest = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + rest + "e" + (exponent < 0 ? "" : "+") + exponent;
    }

    private static String withoutTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
