package io.praetor.situation.dialect;

import java.util.regex.Pattern;

/** User input made safe to print in a message: short, and nothing in it invisible. */
final class Shown {
    /** Enough to recognise a value by. */
    private static final int CHARS_MAX = 60;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$@-]{1," + CHARS_MAX + "}");

    private Shown() {}

    static boolean isPlain(String key) {
        return PLAIN.matcher(key).matches();
    }

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(CHARS_MAX)
                .forEach(
                        point -> {
                            if (point == '`' || point == '"' || Characters.isUnprintable(point)) {
                                shown.append(String.format("\\u%04x", point));
                            } else {
                                shown.appendCodePoint(point);
                            }
                        });
        return text.codePointCount(0, text.length()) > CHARS_MAX ? shown + "..." : shown.toString();
    }
}
