package io.praetor.reasoning.precedent;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Brings a text into one spelling before it is read: compatibility forms, accents, look-alike
 * letters of other scripts, invisible characters, typographic quotes. What was dressed up reads as
 * what it imitates.
 */
final class Plain {
    private static final String IMITATING = "аеорсухіѕјһԁӏвкмнтαεικνορτυχωгпь";
    private static final String IMITATED = "aeopcyxisjhdlbkmhtaeikvoptuxwrnb";
    private static final Map<Character, Character> LETTERS = letters();

    private Plain() {}

    private static Map<Character, Character> letters() {
        Map<Character, Character> letters = new HashMap<>();
        for (int i = 0; i < IMITATING.length(); i++) {
            letters.put(IMITATING.charAt(i), IMITATED.charAt(i));
        }
        letters.put('’', '\'');
        letters.put('‘', '\'');
        letters.put('“', '"');
        letters.put('”', '"');
        letters.put('„', '"');
        letters.put('«', '"');
        letters.put('»', '"');
        letters.put('ß', 's');
        return Map.copyOf(letters);
    }

    static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char next = apart.charAt(i);
            int type = Character.getType(next);
            if (type != Character.FORMAT && type != Character.NON_SPACING_MARK) {
                plain.append(LETTERS.getOrDefault(next, next).charValue());
            }
        }
        return plain.toString();
    }
}
