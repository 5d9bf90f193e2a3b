package io.praetor.suite;

import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Coverage by meaning: an element is covered where a sentence or a phrase of the explanation is
 * near enough to it. Thread-safe.
 */
public final class MeaningCoverage implements CoverageMeasure {
    /**
     * Smallest cosine that counts: where the shares of elements that their own explanation and a
     * stranger's cover lie furthest apart on the shipped scenarios, 69 and 13 %. docs/suites.md has
     * the figures for others.
     */
    private static final double COSINE_MIN = 0.55;

    /** A phrase of fewer words is near to too much. */
    private static final int PHRASE_WORDS_MIN = 3;

    /** Sentences and phrases of an explanation that are looked at. */
    private static final int PARTS_MAX = 200;

    private static final Pattern BETWEEN_PHRASES =
            Pattern.compile("[,;:()]+\\s*|\\s+[-\u2013]+\\s+");

    private final Embedder embedder;

    /** Elements come one by one for the same explanation. */
    private Parts latest = new Parts("", List.of());

    private record Parts(String explanation, List<float[]> vectors) {}

    public MeaningCoverage(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%s@%.2f", embedder.name(), COSINE_MIN);
    }

    @Override
    public boolean covers(String explanation, String element) {
        return nearest(explanation, element) >= COSINE_MIN;
    }

    /** The largest cosine between the element and a part of the explanation; -1 without parts. */
    double nearest(String explanation, String element) {
        float[] wanted = embedder.embed(element);
        return partsOf(explanation).vectors().stream()
                .mapToDouble(part -> cosine(wanted, part))
                .max()
                .orElse(-1);
    }

    private synchronized Parts partsOf(String explanation) {
        if (!latest.explanation().equals(explanation)) {
            latest =
                    new Parts(
                            explanation, parts(explanation).stream().map(embedder::embed).toList());
        }
        return latest;
    }

    static List<String> parts(String explanation) {
        List<String> parts = new ArrayList<>();
        explanation
                .lines()
                .flatMap(line -> Sentences.of(line).stream())
                .flatMap(sentence -> Stream.concat(Stream.of(sentence), phrases(sentence)))
                .distinct()
                .limit(PARTS_MAX)
                .forEach(parts::add);
        return parts;
    }

    private static Stream<String> phrases(String sentence) {
        return BETWEEN_PHRASES
                .splitAsStream(sentence)
                .map(String::strip)
                .filter(phrase -> phrase.split("\\s+").length >= PHRASE_WORDS_MIN);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
