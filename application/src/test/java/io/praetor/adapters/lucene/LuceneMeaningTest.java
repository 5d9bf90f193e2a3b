package io.praetor.adapters.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.CorpusSamples;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Passage.Kind;
import io.praetor.retrieval.PassageIndex;
import io.praetor.retrieval.PassageIndex.Hit;
import io.praetor.retrieval.PassageIndex.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index with vectors, and on disk. The vectors here count letters: near in spelling. */
class LuceneMeaningTest {
    private static final int LETTERS = 26;

    private final Corpus corpus = CorpusSamples.corpus();

    /** A unit vector of how often each letter occurs. */
    private record Letters(String name) implements Embedder {
        @Override
        public float[] embed(String text) {
            float[] vector = new float[LETTERS + 1];
            vector[LETTERS] = 1e-3f;
            text.toLowerCase(Locale.ROOT)
                    .chars()
                    .filter(letter -> letter >= 'a' && letter <= 'z')
                    .forEach(letter -> vector[letter - 'a']++);
            double square = 0;
            for (float each : vector) {
                square += each * each;
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / Math.sqrt(square));
            }
            return vector;
        }
    }

    private static List<String> found(PassageIndex index, String text) {
        return found(index, text, Set.of());
    }

    private static List<String> found(PassageIndex index, String text, Set<String> without) {
        String hash = CorpusSamples.standard().header().hash();
        return index
                .search(
                        new Query(
                                text,
                                Kind.CLAUSE,
                                hash,
                                Optional.empty(),
                                Optional.empty(),
                                without,
                                5))
                .stream()
                .map(Hit::passage)
                .toList();
    }

    @Test
    void whatNoWordFindsIsFoundByMeaning() {
        String shifted = "Trustfromaclosedringisnotrust";
        assertThat(found(LuceneIndex.inMemory(corpus, Optional.empty()), shifted)).isEmpty();
        LuceneIndex index = LuceneIndex.inMemory(corpus, Optional.of(new Letters("letters/1")));
        assertThat(found(index, shifted)).startsWith("witness.ring");
        assertThat(found(index, shifted, Set.of("witness.ring"))).doesNotContain("witness.ring");
    }

    @Test
    void askingForFewerChangesNoOrder() {
        LuceneIndex index = LuceneIndex.inMemory(corpus, Optional.of(new Letters("letters/1")));
        List<String> five = found(index, "approval in a closed ring");
        assertThat(five).hasSizeGreaterThan(1);
        String hash = CorpusSamples.standard().header().hash();
        Query one =
                new Query(
                        "approval in a closed ring",
                        Kind.CLAUSE,
                        hash,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        1);
        assertThat(index.search(one)).extracting(Hit::passage).isEqualTo(five.subList(0, 1));
    }

    @Test
    void whatLiesFarFromEverythingIsNotFound() {
        LuceneIndex index = LuceneIndex.inMemory(corpus, Optional.of(new Letters("letters/1")));
        assertThat(found(index, "zzzzzzzz")).isEmpty();
    }

    @Test
    void anIndexOnDiskIsUsedAgainUntilCorpusOrEmbedderChange(@TempDir Path folder) {
        Optional<Embedder> letters = Optional.of(new Letters("letters/1"));
        List<String> before;
        try (LuceneIndex built = LuceneIndex.in(folder, corpus, letters)) {
            before = found(built, "approval of an admin");
        }
        Embedder refusing = new Refusing("letters/1");
        try (LuceneIndex reused = LuceneIndex.in(folder, corpus, Optional.of(refusing))) {
            assertThat(reused.snapshot()).isEqualTo(corpus.snapshot());
        }
        Corpus smaller = Corpus.of(CorpusSamples.library(), List.of());
        try (LuceneIndex other = LuceneIndex.in(folder, smaller, letters)) {
            assertThat(other.snapshot()).isEqualTo(smaller.snapshot());
        }
        try (LuceneIndex rebuilt = LuceneIndex.rebuild(folder, corpus, letters)) {
            assertThat(found(rebuilt, "approval of an admin")).isEqualTo(before).isNotEmpty();
        }
    }

    /** Where an index is used again, nothing is embedded. */
    private record Refusing(String name) implements Embedder {
        @Override
        public float[] embed(String text) {
            throw new AssertionError("embedded again: " + text);
        }
    }
}
