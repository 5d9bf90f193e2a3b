package io.praetor.adapters.memory;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.CorpusEntry;
import io.praetor.retrieval.PassageIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The plainest index there is: a passage scores the words it shares with the query, rare words
 * more. It looks at every passage; other indexes are held against it. Thread-safe.
 */
public final class MemoryPassageIndex implements PassageIndex {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::passage);

    private final Corpus corpus;
    private final Map<CorpusEntry, Set<String>> words = new HashMap<>();
    private final Map<String, Integer> passages = new HashMap<>();

    public MemoryPassageIndex(Corpus corpus) {
        this.corpus = corpus;
        for (CorpusEntry entry : corpus.entries()) {
            Set<String> said = wordsOf(entry.indexed());
            words.put(entry, said);
            said.forEach(word -> passages.merge(word, 1, Integer::sum));
        }
    }

    @Override
    public String snapshot() {
        return corpus.snapshot();
    }

    @Override
    public List<Hit> search(Query query) {
        Set<String> wanted = wordsOf(query.text());
        return corpus.entries().stream()
                .filter(entry -> entry.isFor(query))
                .map(entry -> new Hit(entry.passage().id(), score(wanted, entry)))
                .filter(hit -> hit.score() > 0)
                .sorted(BEST_FIRST)
                .limit(Math.max(0, query.max()))
                .toList();
    }

    /** The sum over shared words of how rare each is, as in BM25 without its lengths. */
    private double score(Set<String> wanted, CorpusEntry entry) {
        Set<String> said = words.getOrDefault(entry, Set.of());
        return wanted.stream().filter(said::contains).mapToDouble(this::rarity).sum();
    }

    private double rarity(String word) {
        int found = passages.getOrDefault(word, 0);
        return Math.log(1 + (words.size() - found + 0.5) / (found + 0.5));
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
