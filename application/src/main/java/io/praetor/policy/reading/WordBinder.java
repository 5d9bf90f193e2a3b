package io.praetor.policy.reading;

import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Sequence;
import io.praetor.policy.document.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the word lists that cues refer to by name. */
final class WordBinder {
    /** Longer phrases are sentences; they would match nothing but themselves. */
    private static final int WORDS_MAX = 6;

    private static final int PHRASES_MAX = 400;

    private static final Pattern PHRASE =
            Pattern.compile("(#|[\\p{L}\\p{N}'-]+\\*?)( (#|[\\p{L}\\p{N}'-]+\\*?))*");

    private WordBinder() {}

    static Map<String, List<List<String>>> bind(Fields top, Problems problems) {
        Map<String, List<List<String>>> words = new LinkedHashMap<>();
        for (Entry entry : top.entries("words")) {
            Names.isId("word list", entry.key(), problems);
            words.put(entry.name(), phrases(entry, problems));
        }
        return words;
    }

    private static List<List<String>> phrases(Entry entry, Problems problems) {
        if (!(entry.value() instanceof Sequence list)
                || list.items().isEmpty()
                || list.items().size() > PHRASES_MAX) {
            problems.error(
                    entry.value().position(),
                    "a word list holds 1 to %d words or phrases".formatted(PHRASES_MAX));
            return List.of();
        }
        List<List<String>> phrases = new ArrayList<>();
        for (Node item : list.items()) {
            Fields.text(item, problems)
                    .flatMap(word -> phrase(word.text(), word, problems))
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    /** Words with one blank between them; reported at {@code at} where it is none. */
    static Optional<List<String>> phrase(String text, Node at, Problems problems) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        if (!PHRASE.matcher(text).matches() || words.size() > WORDS_MAX) {
            problems.error(
                    at.position(),
                    ("%s is no phrase: 1 to %d words of letters and digits, `*` at an end, `#`"
                                    + " for a number")
                            .formatted(Problems.quoted(text), WORDS_MAX));
            return Optional.empty();
        }
        return Optional.of(words);
    }
}
