package io.praetor.suite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Coverage by words: an element is covered when enough of its content words occur in the
 * explanation, in whatever order and inflection.
 *
 * <p>Two words are the same when they are equal or share a beginning of at least four letters that
 * is at least half of either: {@code deploy} and {@code deployments}, {@code approve} and {@code
 * approval}. It knows nothing of sense or negation: it bounds what an explanation mentions.
 */
public final class WordCoverage implements CoverageMeasure {
    /** Three of five words: a paraphrase keeps the nouns and changes the rest. */
    private static final double SHARE_MIN = 0.6;

    private static final int STEM_MIN = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that carry no sense of their own here. */
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    """
                    a an and any are as at be been but by can do does for from had has have he her
                    his if in is it its may must no nor not of on or she should so than that the
                    their them then there they this to was were what when where which who whom
                    will with would\
                    """
                            .split("\\s"));

    @Override
    public String name() {
        return "words/1 (an element counts when at least 60 % of its content words occur)";
    }

    @Override
    public boolean covers(String explanation, String element) {
        List<String> wanted = words(element).distinct().toList();
        List<String> said = words(explanation).distinct().toList();
        long found =
                wanted.stream()
                        .filter(word -> said.stream().anyMatch(other -> isSame(word, other)))
                        .count();
        return !wanted.isEmpty() && found >= SHARE_MIN * wanted.size();
    }

    /** Content words in lower case; the single letter that an apostrophe leaves is none. */
    private static Stream<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !EMPTY_WORDS.contains(word));
    }

    private static boolean isSame(String one, String other) {
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        int longer = Math.max(one.length(), other.length());
        boolean isInflected = shared >= STEM_MIN && 2 * shared >= longer;
        return one.equals(other) || isInflected;
    }
}
