package io.praetor.learning.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds texts that are nearly the same, by MinHash over trigrams of words (Broder 1997) in bands;
 * what shares a band is compared exactly. Misses a pair at similarity .8 once in five thousand.
 */
final class NearDuplicates {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final int BANDS = 16;
    private static final int ROWS = 4;
    private static final int WORDS = 3;

    private static final long[] FACTORS = factors();

    private final double similarity;
    private final List<Set<Long>> leaders = new ArrayList<>();
    private final Map<List<Long>, Set<Integer>> buckets = new HashMap<>();

    NearDuplicates(double similarity) {
        this.similarity = similarity;
    }

    /**
     * The class of each text, by the order of the first of its class.
     *
     * @param texts looked at in this order; each joins the first leader that it resembles
     */
    static int[] classes(List<String> texts, double similarity) {
        NearDuplicates found = new NearDuplicates(similarity);
        return texts.stream().mapToInt(found::classOf).toArray();
    }

    private int classOf(String text) {
        Set<Long> trigrams = trigrams(text);
        List<List<Long>> bands = bands(trigrams);
        Set<Integer> candidates = new TreeSet<>();
        bands.forEach(band -> candidates.addAll(buckets.getOrDefault(band, Set.of())));
        for (int candidate : candidates) {
            if (jaccard(leaders.get(candidate), trigrams) >= similarity) {
                return candidate;
            }
        }
        leaders.add(trigrams);
        int own = leaders.size() - 1;
        bands.forEach(band -> buckets.computeIfAbsent(band, _ -> new HashSet<>()).add(own));
        return own;
    }

    private static List<List<Long>> bands(Set<Long> trigrams) {
        List<List<Long>> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            List<Long> key = new ArrayList<>(ROWS + 1);
            key.add((long) band);
            for (int row = 0; row < ROWS; row++) {
                long factor = FACTORS[band * ROWS + row];
                key.add(trigrams.stream().mapToLong(each -> mixed(each * factor)).min().orElse(0));
            }
            bands.add(key);
        }
        return bands;
    }

    /** Hashes of every three words in a row; of all words where there are fewer. */
    static Set<Long> trigrams(String text) {
        String[] words = BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).strip());
        Set<Long> trigrams = new HashSet<>();
        for (int index = 0; index + WORDS <= words.length; index++) {
            trigrams.add(hash(Arrays.asList(words).subList(index, index + WORDS)));
        }
        if (trigrams.isEmpty()) {
            trigrams.add(hash(Arrays.asList(words)));
        }
        return trigrams;
    }

    static double jaccard(Set<Long> one, Set<Long> other) {
        long shared = one.stream().filter(other::contains).count();
        return shared / (double) (one.size() + other.size() - shared);
    }

    private static long hash(List<String> words) {
        long hash = 7;
        for (String word : words) {
            hash = mixed(hash * 31 + word.hashCode());
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static long[] factors() {
        SplittableRandom random = new SplittableRandom(17);
        return random.longs(BANDS * ROWS).map(each -> each | 1).toArray();
    }
}
