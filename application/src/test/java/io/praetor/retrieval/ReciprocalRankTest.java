package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.retrieval.PassageIndex.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRankTest {
    private static void check(List<List<String>> rankings, String... expected) {
        assertThat(ReciprocalRank.fuse(rankings))
                .extracting(Hit::passage)
                .containsExactly(expected);
    }

    @Test
    void twoSecondPlacesBeatOneFirst() {
        check(List.of(List.of("a", "b"), List.of("c", "b")), "b", "a", "c");
    }

    @Test
    void oneRankingStaysAsItIs() {
        check(List.of(List.of("z", "a", "m")), "z", "a", "m");
    }

    @Test
    void equalScoresComeInTheOrderOfIds() {
        check(List.of(List.of("b"), List.of("a")), "a", "b");
    }

    @Test
    void nothingFusesToNothing() {
        check(List.of());
        check(List.of(List.of(), List.of()));
    }

    @Test
    void theScoreIsTheSumOfReciprocalRanks() {
        assertThat(ReciprocalRank.fuse(List.of(List.of("a"), List.of("b", "a"))).getFirst())
                .isEqualTo(new Hit("a", 1 / 61.0 + 1 / 62.0));
    }
}
