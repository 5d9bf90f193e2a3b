package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Glob;
import io.praetor.testing.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    private static final long SEED = 20_261_121;

    @ParameterizedTest
    @CsvSource({
        "env:production, env:production, true",
        "env:production, env:production-eu, false",
        "env:prod*, env:prod-eu, true",
        "env:prod*, env:prod, true",
        "env:prod*, env:prod/eu, false",
        "config:deploy/**, config:deploy/a/b.yaml, true",
        "config:deploy/**, config:deploy, false",
        "repo:*/.github/workflows/**, repo:shop/.github/workflows/ci.yml, true",
        "repo:*/.github/workflows/**, repo:a/b/.github/workflows/ci.yml, false",
        "repo:**/.github/workflows/**, repo:a/b/.github/workflows/ci.yml, true",
        "**/*.yml, a/b/c.yml, true",
        "**/*.yml, a/b/c.yml/d, false",
        "*, anything, true",
        "*, any/thing, false",
        "a*b*c, aXbXbc, true",
        "a*b*c, a/bc, false",
    })
    void aStarStaysWithinASegmentAndTwoDoNot(String glob, String id, boolean expected) {
        assertThat(Glob.of(glob).matches(id)).isEqualTo(expected);
    }

    @Test
    void agreesWithARegularExpressionOnRandomPatterns() {
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            Chance chance = new Chance(SEED + i);
            String glob = word(chance, "a", "b", "/", "*", "**", "a");
            String id = word(chance, "a", "b", "/", "a", "b") + "a";
            boolean expected = ReferenceFacts.matches(glob, id);
            assertThat(Glob.of(glob).matches(id))
                    .as("seed %d: `%s` on `%s`", SEED + i, glob, id)
                    .isEqualTo(expected);
            matches += expected ? 1 : 0;
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    private static String word(Chance chance, String... parts) {
        return String.join("", chance.some(7, () -> chance.oneOf(parts)));
    }
}
