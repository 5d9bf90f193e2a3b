package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCoverageTest {
    @ParameterizedTest
    @CsvSource({
        "Deploys need an admin's approval., a deploy needs an admin's approval, true",
        "An admin has to approve deployments., a deploy needs an admin's approval, true",
        "Trust 0.68 is below the threshold 0.7., trust is below the threshold, true",
        "Any member may read public material., any member may read public material, true",
        "The role is unknown., a deploy needs an admin's approval, false",
        "Trust is high., trust is below the threshold, false",
        "'', a deploy needs approval, false",
        "Anything at all., of the and, false",
    })
    void anElementCountsWhenMostOfItsWordsAreSaid(
            String explanation, String element, boolean isCovered) {
        assertThat(new WordCoverage().covers(explanation, element)).isEqualTo(isCovered);
    }
}
