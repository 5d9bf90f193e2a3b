package io.praetor.retrieval;

import io.praetor.rules.condition.Facts;
import io.praetor.situation.Situation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps a case under test out of its own examples: an example that is the same case, or the same
 * prose with a few words changed, would be its answer.
 *
 * <p>Texts are compared in lower case, without punctuation, as runs of words.
 */
public final class LeakGuard {
    /**
     * Share of the shorter prose's runs that also stand in the other. People who write of the same
     * matter rarely share a fifth of their runs of three words; a copy with every eighth word
     * changed still shares some three fifths.
     */
    private static final double SHARED_MIN = 0.5;

    /** Words in a run. */
    private static final int RUN = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private LeakGuard() {}

    /** Whether {@code example} gives {@code asked} away. */
    public static boolean leaks(Situation asked, Situation example) {
        List<String> one = words(asked);
        List<String> other = words(example);
        if (one.size() < RUN || other.size() < RUN) {
            return one.equals(other) && frame(asked).equals(frame(example));
        }
        Set<List<String>> shorter = runs(one.size() <= other.size() ? one : other);
        Set<List<String>> longer = runs(one.size() <= other.size() ? other : one);
        long shared = shorter.stream().filter(longer::contains).count();
        return shared >= SHARED_MIN * shorter.size();
    }

    /** What is left of a case without prose; ids of actors and instants do not tell cases apart. */
    private static List<Object> frame(Situation situation) {
        return List.of(
                situation.action().type(),
                situation.actor().kind(),
                situation.actor().role(),
                situation.resource().id(),
                situation.actor().trust(),
                situation.actor().identity(),
                situation.context().signals());
    }

    private static List<String> words(Situation situation) {
        return Facts.proseOf(situation).stream()
                .flatMap(text -> BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<List<String>> runs(List<String> words) {
        return new HashSet<>(
                Stream.iterate(0, start -> start + RUN <= words.size(), start -> start + 1)
                        .map(start -> words.subList(start, start + RUN))
                        .toList());
    }
}
