package io.praetor.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearDuplicatesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatComparingEachWithEachFinds(long seed) {
        List<String> texts = texts(new SplittableRandom(seed));
        assertThat(NearDuplicates.classes(texts, .8)).isEqualTo(oneByOne(texts, .8));
    }

    /** Texts of which some are others with a few words changed. */
    private static List<String> texts(SplittableRandom random) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            String text =
                    index > 20 && random.nextInt(3) == 0
                            ? texts.get(random.nextInt(texts.size())) + " w" + random.nextInt(900)
                            : IntStream.range(0, 20 + random.nextInt(30))
                                    .mapToObj(_ -> "w" + random.nextInt(900))
                                    .collect(Collectors.joining(" "));
            texts.add(text);
        }
        return texts;
    }

    private static int[] oneByOne(List<String> texts, double similarity) {
        List<Set<Long>> leaders = new ArrayList<>();
        return texts.stream()
                .map(NearDuplicates::trigrams)
                .mapToInt(
                        trigrams ->
                                IntStream.range(0, leaders.size())
                                        .filter(
                                                index ->
                                                        NearDuplicates.jaccard(
                                                                        leaders.get(index),
                                                                        trigrams)
                                                                >= similarity)
                                        .findFirst()
                                        .orElseGet(
                                                () -> {
                                                    leaders.add(trigrams);
                                                    return leaders.size() - 1;
                                                }))
                .toArray();
    }
}
