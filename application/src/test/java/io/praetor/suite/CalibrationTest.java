package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.suite.Calibration.Bin;
import io.praetor.suite.Calibration.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void eachAnswerStandsInTheBinOfItsConfidence() {
        Calibration calibration =
                Calibration.of(
                        List.of(
                                new Claim(0, false),
                                new Claim(.05, true),
                                new Claim(.8, true),
                                new Claim(.9, true),
                                new Claim(1, false)));

        assertThat(calibration.bins())
                .containsExactly(
                        new Bin(0, .1, .025, new Proportion(1, 2)),
                        new Bin(.8, .9, .8, new Proportion(1, 1)),
                        new Bin(.9, 1, .95, new Proportion(1, 2)));
    }

    @Test
    void errorWeighsTheBinsByTheirAnswers() {
        Calibration calibration =
                Calibration.of(
                        List.of(
                                new Claim(.85, true),
                                new Claim(.85, true),
                                new Claim(.85, false),
                                new Claim(.25, false)));

        double high = .85 - 2.0 / 3;
        assertThat(calibration.error().orElseThrow()).isEqualTo((3 * high + .25) / 4, within(1e-9));
        assertThat(calibration.brier().orElseThrow())
                .isEqualTo((2 * .15 * .15 + .85 * .85 + .25 * .25) / 4, within(1e-9));
    }

    @Test
    void perfectConfidenceHasNoErrorAndNoAnswersHaveNone() {
        Calibration perfect = Calibration.of(List.of(new Claim(1, true), new Claim(0, false)));

        assertThat(perfect.error()).hasValue(0);
        assertThat(perfect.brier()).hasValue(0);
        assertThat(Calibration.of(List.of()).error()).isEmpty();
        assertThat(Calibration.of(List.of()).brier()).isEmpty();
    }
}
