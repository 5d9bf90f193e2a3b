package io.praetor.patterns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternSamples;
import io.praetor.patterns.Profile;
import io.praetor.testing.Chance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index finds what the plain definition says, and nothing else. */
class PatternIndexTest {
    private static final int SEEDS = 300;

    @Test
    void theIndexAgreesWithThePlainDefinition() {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Chance chance = new Chance(seed);
            List<Pattern> patterns =
                    IntStream.range(0, 30).mapToObj(_ -> PatternSamples.pattern(chance)).toList();
            PatternIndex index = new PatternIndex(patterns);
            for (int i = 0; i < 30; i++) {
                Profile profile = PatternSamples.profile(chance);
                List<Pattern> expected =
                        patterns.stream().filter(it -> it.matching().matches(profile)).toList();
                assertThat(index.covering(profile))
                        .as("seed %d, %s", seed, profile)
                        .containsExactlyInAnyOrderElementsOf(expected);
                found += expected.size();
            }
        }
        assertThat(found).as("profiles that some pattern covers").isGreaterThan(SEEDS);
    }
}
