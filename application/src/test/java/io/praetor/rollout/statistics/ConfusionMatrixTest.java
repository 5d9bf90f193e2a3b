package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** J. L. Fleiss, Statistical methods for rates and proportions (1981), table 13.1. */
    private static final ConfusionMatrix FLEISS =
            new ConfusionMatrix(
                    List.of("psychotic", "neurotic", "organic"),
                    List.of(List.of(75L, 1L, 4L), List.of(5L, 4L, 1L), List.of(0L, 0L, 10L)));

    @Test
    void kappaIsThatOfFleiss() {
        assertThat(FLEISS.agreement()).isEqualTo(new Proportion(89, 100));
        assertThat(FLEISS.kappa().orElseThrow()).isCloseTo(.676, within(.0005));
    }

    @Test
    void alwaysTheMajorityAnswerAgreesOftenAndHasNoKappa() {
        ConfusionMatrix lazy =
                new ConfusionMatrix(
                        List.of("allow", "deny"), List.of(List.of(90L, 0L), List.of(10L, 0L)));
        assertThat(lazy.agreement().rate()).isEqualTo(.9);
        assertThat(lazy.kappa()).hasValue(0);
        assertThat(lazy.recall("deny")).isEqualTo(new Proportion(0, 10));
        assertThat(lazy.said("allow")).isEqualTo(new Proportion(100, 100));
    }

    @Test
    void countingOneByOneAndMergingIsTheSame() {
        ConfusionMatrix empty = ConfusionMatrix.empty(List.of("allow", "deny"));
        ConfusionMatrix left = empty.plus("allow", "allow").plus("deny", "allow");
        ConfusionMatrix right = empty.plus("allow", "deny").plus("allow", "allow");
        ConfusionMatrix all =
                empty.plus("allow", "allow")
                        .plus("deny", "allow")
                        .plus("allow", "deny")
                        .plus("allow", "allow");
        assertThat(left.merge(right)).isEqualTo(all);
    }

    @Test
    void nothingCountedHasNoKappa() {
        assertThat(ConfusionMatrix.empty(List.of("allow", "deny")).kappa())
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aLabelNobodyKnowsIsRefused() {
        ConfusionMatrix empty = ConfusionMatrix.empty(List.of("allow", "deny"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty.plus("allow", "maybe"))
                .withMessage("unknown label `maybe`; known: [allow, deny]");
    }
}
