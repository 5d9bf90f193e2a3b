package io.praetor.reasoning;

import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.retrieval.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds references against the passages that were retrieved: the id has to be among them, and a
 * quote has to stand there word for word, white space aside.
 */
public final class CitationCheck {
    /** A quote shorter than this proves nothing; such a reference counts by its id alone. */
    static final int QUOTE_CHARACTERS_MIN = 4;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, Passage> retrieved;

    public CitationCheck(List<Passage> retrieved) {
        this.retrieved =
                retrieved.stream()
                        .collect(Collectors.toMap(Passage::id, Function.identity(), (a, _) -> a));
    }

    public CheckedCitations check(List<Reference> references) {
        Set<Passage> kept = new LinkedHashSet<>();
        List<Dropped> dropped = new ArrayList<>();
        for (Reference reference : references) {
            Passage passage = retrieved.get(reference.id());
            if (passage == null) {
                dropped.add(new Dropped(reference, Cause.UNKNOWN_ID));
            } else if (reference.quote().map(quote -> isIn(passage, quote)).orElse(true)) {
                kept.add(passage);
            } else {
                dropped.add(new Dropped(reference, Cause.INVENTED_QUOTE));
            }
        }
        return new CheckedCitations(List.copyOf(kept), dropped);
    }

    private static boolean isIn(Passage passage, String quote) {
        String words = normalised(quote);
        return words.length() < QUOTE_CHARACTERS_MIN || normalised(passage.text()).contains(words);
    }

    private static String normalised(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
