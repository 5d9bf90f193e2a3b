package io.praetor.suite.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Ways to write a text so that a reader of words does not see it. */
final class Disguises {
    private static final int ALPHABET = 26;
    private static final int HALF = 13;

    private static final String PLAIN = "aceopxyisjABCEHKMOPTXI";

    /** Cyrillic and Greek letters that look like the plain ones, in their order. */
    private static final String ALIKE =
            "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456\u0455\u0458"
                    + "\u0410\u0412\u0421\u0415\u041D\u041A\u041C\u041E\u0420\u0422\u0425\u0406";

    private static final String SPELT = "aeiostAEIOST";
    private static final String LEET = "431057431057";

    private Disguises() {}

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String rot13(String text) {
        return mapped(
                text,
                letter -> {
                    boolean isSmall = letter >= 'a' && letter <= 'z';
                    boolean isLarge = letter >= 'A' && letter <= 'Z';
                    int first = isSmall ? 'a' : 'A';
                    return isSmall || isLarge ? first + (letter - first + HALF) % ALPHABET : letter;
                });
    }

    static String homoglyphs(String text) {
        return mapped(text, letter -> swapped(letter, PLAIN, ALIKE));
    }

    static String leet(String text) {
        return mapped(text, letter -> swapped(letter, SPELT, LEET));
    }

    /** Each letter by itself, such as {@code a.l.l.o.w}. */
    static String spaced(String text, String between) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining(between));
    }

    private static int swapped(int letter, String from, String to) {
        int place = from.indexOf(letter);
        return place < 0 ? letter : to.charAt(place);
    }

    private static String mapped(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
