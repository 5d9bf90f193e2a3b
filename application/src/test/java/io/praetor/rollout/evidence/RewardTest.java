package io.praetor.rollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static OptionalDouble of(double value) {
        return OptionalDouble.of(value);
    }

    @Test
    void anInterventionEarnsTheSeedsFormula() {
        Deltas deltas = new Deltas(of(.2), of(.5), of(.1), of(.4));
        assertThat(InterventionReward.DEFAULT.of(deltas).orElseThrow())
                .isCloseTo(.3 * .2 + .4 * .5 + .2 * .1 - .1 * .4, within(1e-12));
    }

    @Test
    void aMissingComponentTakesItsWeightWithIt() {
        Deltas deltas = new Deltas(of(.2), of(.5), NONE, NONE);
        assertThat(InterventionReward.DEFAULT.of(deltas).orElseThrow())
                .isCloseTo((.3 * .2 + .4 * .5) / .7, within(1e-12));
    }

    @Test
    void aMissingComponentIsNotZero() {
        OptionalDouble missing =
                InterventionReward.DEFAULT.of(new Deltas(of(.2), of(.5), NONE, NONE));
        OptionalDouble zero =
                InterventionReward.DEFAULT.of(new Deltas(of(.2), of(.5), of(0), of(0)));
        assertThat(missing).isNotEqualTo(zero);
    }

    @Test
    void withLessThanHalfOfTheWeightObservedThereIsNoReward() {
        assertThat(InterventionReward.DEFAULT.of(new Deltas(NONE, of(1), NONE, NONE))).isEmpty();
        assertThat(InterventionReward.DEFAULT.of(new Deltas(NONE, of(1), NONE, of(0)))).isPresent();
        assertThat(InterventionReward.DEFAULT.of(Deltas.NONE)).isEmpty();
    }

    @Test
    void aRewardIsClipped() {
        assertThat(InterventionReward.DEFAULT.of(new Deltas(of(9), of(9), of(9), of(0))))
                .hasValue(1);
        assertThat(InterventionReward.DEFAULT.of(new Deltas(of(0), of(0), of(0), of(99))))
                .hasValue(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, ALLOW, ALLOW, .25",
        "CRITICAL, DENY, DENY, 1",
        "HIGH, ALLOW, DENY, -1",
        "CRITICAL, ALLOW, REQUIRE_ATTESTATION, -1",
        "MEDIUM, ALLOW, DENY, -.6",
        "HIGH, REQUIRE_MFA, DENY, -.6",
        "HIGH, DENY, ALLOW, -.3",
        "LOW, REQUIRE_ATTESTATION, REQUIRE_MFA, -.3"
    })
    void aDecisionEarnsByWhatItsErrorCosts(
            RiskLevel risk, Effect said, Effect confirmed, double expected) {
        assertThat(DecisionReward.DEFAULT.of(risk, said, confirmed)).isEqualTo(expected);
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deltas.ofCoherence(Double.NaN))
                .withMessage("delta of coherence is not finite");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Outcome(
                                        of(1.01),
                                        Deltas.NONE,
                                        Oversight.UNREVIEWED,
                                        Set.of(),
                                        Optional.empty()))
                .withMessage("reward is in [-1, 1], not 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InterventionReward(Double.NaN, 0, 0, 0));
    }
}
