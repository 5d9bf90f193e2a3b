package io.praetor.reasoning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.praetor.reasoning.model.Calibration.Temperature;
import io.praetor.reasoning.model.CalibrationFit.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long SEED = 20_261_128;

    /** Answers of a model that is right as often as its score, sharpened by a temperature, says. */
    private static List<Case> cases(int count, double temperature) {
        SplittableRandom random = new SplittableRandom(SEED);
        Calibration truth = new Temperature(temperature);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double score = .25 + .75 * random.nextDouble();
            cases.add(new Case(score, random.nextDouble() < truth.of(score)));
        }
        return cases;
    }

    @Test
    void temperatureIsFoundAgain() {
        for (double temperature : new double[] {.5, 1, 3}) {
            Temperature fitted =
                    (Temperature) CalibrationFit.temperature(cases(8_000, temperature));
            assertThat(fitted.value()).isCloseTo(temperature, within(.15 * temperature));
        }
    }

    @Test
    void orderOfTheCasesDoesNotMatter() {
        List<Case> cases = cases(400, 2);
        List<Case> other = new ArrayList<>(cases);
        Collections.shuffle(other, new Random(SEED));
        assertThat(CalibrationFit.temperature(other)).isEqualTo(CalibrationFit.temperature(cases));
        assertThat(CalibrationFit.isotonic(other)).isEqualTo(CalibrationFit.isotonic(cases));
    }

    @Test
    void staircaseNeverFallsAndStaysNearTheTruth() {
        Calibration truth = new Temperature(2);
        Calibration fitted = CalibrationFit.isotonic(cases(8_000, 2));
        double before = 0;
        for (double score = .3; score < .97; score += .01) {
            assertThat(fitted.of(score)).isGreaterThanOrEqualTo(before);
            assertThat(fitted.of(score)).isCloseTo(truth.of(score), within(.12));
            before = fitted.of(score);
        }
    }

    @Test
    void handfulOfLuckyAnswersIsNoCertainty() {
        List<Case> lucky = Collections.nCopies(CalibrationFit.CASES_MIN, new Case(.9, true));
        assertThat(CalibrationFit.isotonic(lucky).of(1)).isLessThan(.97);
        assertThat(CalibrationFit.isotonic(lucky).of(.5)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationFit.isotonic(List.of(new Case(.9, true))));
    }

    @Test
    void scoreThatIsNoneHasNoConfidence() {
        List<Calibration> all =
                List.of(
                        Calibration.none(),
                        new Temperature(2),
                        CalibrationFit.isotonic(cases(100, 1)));
        for (Calibration calibration : all) {
            for (double score : new double[] {Double.NaN, -.1, 1.1, Double.POSITIVE_INFINITY}) {
                assertThat(calibration.of(score)).isZero();
            }
            assertThat(calibration.of(1)).isBetween(0d, 1d);
            assertThat(calibration.of(0)).isBetween(0d, 1d);
        }
    }
}
