package io.praetor.policy.document;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers; the hexadecimal, octal, infinite and undefined ones of YAML are none here. */
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private Numbers() {}

    static OptionalDouble parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
