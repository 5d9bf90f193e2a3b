package io.praetor.patterns.features;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts values that callers send into bands, so that like ones are equal. */
final class Bands {
    /** Shares fall into fifths. */
    private static final int SHARE_BANDS = 5;

    /** A longer text is prose: its words are compared, not the whole. */
    private static final int WORD_LENGTH_MAX = 24;

    private Bands() {}

    /** A share of 1 in its fifth; any other number by its power of two; 0 and 1 by themselves. */
    static String of(double number) {
        if (number == 0 || number == 1) {
            return number == 0 ? "0" : "1";
        }
        if (number > 0 && number < 1) {
            int fifth = (int) (number * SHARE_BANDS);
            return ".%d-.%d".formatted(2 * fifth, 2 * fifth + 2);
        }
        int power = Math.getExponent(number);
        return (number < 0 ? "-2^" : "2^") + power;
    }

    /** A single word as it stands, in lower case and with its digits as one sign. */
    static String of(String text) {
        String folded = folded(text);
        boolean isWord = folded.length() <= WORD_LENGTH_MAX && folded.indexOf(' ') < 0;
        return isWord ? folded : "text";
    }

    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean wasDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isDigit = letter >= '0' && letter <= '9';
            if (!isDigit) {
                folded.append(letter);
            } else if (!wasDigit) {
                folded.append('#');
            }
            wasDigit = isDigit;
        }
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** Gives every value within {@code value}, however deep, under a dotted name. */
    static void spread(String name, @Nullable Object value, BiConsumer<String, String> into) {
        switch (value) {
            case null -> into.accept(name, "null");
            case Double number -> into.accept(name, of(number));
            case String text -> into.accept(name, of(text));
            case Map<?, ?> map -> {
                into.accept(name, "object");
                map.forEach((key, inner) -> spread(name + "." + key, inner, into));
            }
            case List<?> list -> into.accept(name, listed(list));
            default -> into.accept(name, value.toString());
        }
    }

    /** The different bands within a list; how often each occurs has no part in it. */
    private static String listed(List<?> list) {
        TreeMap<String, String> bands = new TreeMap<>();
        for (Object element : list) {
            spread("", element, (name, band) -> bands.put(name + band, band));
        }
        return "[" + String.join(",", bands.keySet()) + "]";
    }
}
