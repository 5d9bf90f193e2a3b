package io.praetor.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers as explanations show them. */
final class Figures {
    /** More digits than a person compares at a glance; what is cut off is cut downwards. */
    private static final int DECIMALS_MAX = 4;

    private static final int DECIMALS = 2;

    private Figures() {}

    /** A number in [0, 1]: {@code .70}, {@code .6999}, {@code 1.00}. */
    static String share(double value) {
        String text = decimal(value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /** A quantity: {@code 5}, {@code 2.50}, {@code .70}. */
    static String amount(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : share(value);
    }

    private static String decimal(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).setScale(DECIMALS_MAX, RoundingMode.DOWN);
        BigDecimal shorter = exact.setScale(DECIMALS, RoundingMode.DOWN);
        return (shorter.compareTo(exact) == 0 ? shorter : exact).toPlainString();
    }
}
