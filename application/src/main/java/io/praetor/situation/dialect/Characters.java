package io.praetor.situation.dialect;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a character may do in an id. */
final class Characters {
    /**
     * Characters that show nothing although their category is that of a letter, mark or symbol:
     * Default_Ignorable_Code_Point of Unicode 17, and the blank Braille pattern.
     */
    private static final int[][] BLANK = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xE0100, 0xE01EF},
    };

    /** Scripts one word may mix: the Highly Restrictive profile of UTS 39, section 5.2. */
    private static final List<Set<UnicodeScript>> MIXTURES =
            List.of(
                    EnumSet.of(
                            UnicodeScript.LATIN,
                            UnicodeScript.HAN,
                            UnicodeScript.HIRAGANA,
                            UnicodeScript.KATAKANA),
                    EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
                    EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Characters() {}

    /** Control, format, separator, private or unassigned characters, and blanks that look so. */
    static boolean isUnprintable(int point) {
        if (point >= ' ' && point < 0x7F) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    true;
            default -> isBlank(point);
        };
    }

    private static boolean isBlank(int point) {
        for (int[] range : BLANK) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of {@code text} mixes scripts whose letters pass for each other's. */
    static boolean mixesScripts(String text) {
        Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            UnicodeScript script = UnicodeScript.of(point);
            if (script == UnicodeScript.COMMON && !Character.isDigit(point)) {
                word.clear();
            } else if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                word.add(script);
                if (!isOneWriting(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneWriting(Set<UnicodeScript> scripts) {
        return scripts.size() <= 1
                || MIXTURES.stream().anyMatch(mixture -> mixture.containsAll(scripts));
    }
}
