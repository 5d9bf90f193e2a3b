package io.praetor.rollout.selection;

import static io.praetor.rollout.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.situation.Awareness;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimesTest {
    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private static MetaContext meta(double coherence, double entropy, double potency) {
        return new MetaContext(
                some(coherence),
                some(.1),
                some(entropy),
                some(potency),
                some(.2),
                Optional.of(Awareness.FULL),
                Optional.of(NOW));
    }

    private static Regime read(MetaContext meta) {
        return Regimes.read(meta, Awareness.FULL, RiskLevel.LOW, false, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        ".29 0 .1, FULL, LOW, CONSERVATIVE",
        ".90 0 .7, FULL, LOW, CONSERVATIVE",
        ".90 0 .1, PU, MEDIUM, CONSERVATIVE",
        ".90 0 .1, MIX, HIGH, CONSERVATIVE",
        ".90 0 .1, PU, LOW, NO_POLICY",
        ".65 .05 .39, FULL, LOW, NO_POLICY",
        ".65 -.05 .39, FULL, CRITICAL, NO_POLICY",
        ".65 .06 .39, FULL, LOW, EXPERIMENTAL",
        ".45 0 .39, FULL, LOW, EXPERIMENTAL",
        ".45 0 .40, FULL, LOW, DEFAULT",
        ".45 0 .39, IU, LOW, DEFAULT",
        ".45 0 .39, FULL, MEDIUM, DEFAULT",
        ".44 0 .39, FULL, LOW, DEFAULT",
        ".30 0 .1, FULL, LOW, DEFAULT"
    })
    void theFirstConditionThatHoldsNamesTheRegime(
            String figures, Awareness awareness, RiskLevel risk, Regime expected) {
        double[] meta =
                Arrays.stream(figures.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(Regimes.read(meta(meta[0], meta[1], meta[2]), awareness, risk, false, NOW))
                .isEqualTo(expected);
    }

    @Test
    void theSwitchComesFirst() {
        assertThat(Regimes.read(MetaContext.UNKNOWN, Awareness.FULL, RiskLevel.LOW, true, NOW))
                .isEqualTo(Regime.HALT);
    }

    @Test
    void whatIsAbsentOldOrVagueIsUnknown() {
        MetaContext whole = meta(.5, 0, .1);
        assertThat(read(whole)).isEqualTo(Regime.EXPERIMENTAL);
        List<MetaContext> lacking =
                List.of(
                        MetaContext.UNKNOWN,
                        new MetaContext(
                                OptionalDouble.empty(),
                                whole.spread(),
                                whole.entropyChange(),
                                whole.potency(),
                                whole.affectiveLoad(),
                                whole.awareness(),
                                whole.at()),
                        new MetaContext(
                                whole.coherence(),
                                some(.26),
                                whole.entropyChange(),
                                whole.potency(),
                                whole.affectiveLoad(),
                                whole.awareness(),
                                whole.at()),
                        new MetaContext(
                                whole.coherence(),
                                whole.spread(),
                                whole.entropyChange(),
                                whole.potency(),
                                OptionalDouble.empty(),
                                whole.awareness(),
                                whole.at()),
                        at(whole, Duration.ofMinutes(-6)),
                        at(whole, Duration.ofMinutes(6)));
        assertThat(lacking).extracting(RegimesTest::read).containsOnly(Regime.UNKNOWN);
        assertThat(read(at(whole, Duration.ofMinutes(-5)))).isEqualTo(Regime.EXPERIMENTAL);
    }

    private static MetaContext at(MetaContext meta, Duration later) {
        return new MetaContext(
                meta.coherence(),
                meta.spread(),
                meta.entropyChange(),
                meta.potency(),
                meta.affectiveLoad(),
                meta.awareness(),
                Optional.of(NOW.plus(later)));
    }

    @Test
    void awarenessIsDerivedWhereItIsNotSent() {
        assertThat(Awareness.derived(false, false)).isEqualTo(Awareness.FULL);
        assertThat(Awareness.derived(true, false)).isEqualTo(Awareness.IU);
        assertThat(Awareness.derived(false, true)).isEqualTo(Awareness.PU);
        assertThat(Awareness.derived(true, true)).isEqualTo(Awareness.MIX);
    }

    private static List<Regime> effects(Regime... readings) {
        RegimeTrack track = RegimeTrack.START;
        List<Regime> effects = new ArrayList<>();
        for (Regime reading : readings) {
            track = track.next(reading);
            effects.add(track.inEffect());
        }
        return effects;
    }

    @Test
    void cautionBeginsAtOnceAndEndsWithTheThirdReading() {
        Regime calm = Regime.EXPERIMENTAL;
        Regime alert = Regime.CONSERVATIVE;
        assertThat(effects(calm, calm, calm, alert, calm, calm, calm))
                .containsExactly(Regime.DEFAULT, Regime.DEFAULT, calm, alert, alert, alert, calm);
    }

    @Test
    void aValueThatWaversAroundALimitDoesNotFlicker() {
        Regime[] wavering = new Regime[50];
        for (int index = 0; index < wavering.length; index++) {
            wavering[index] = index % 2 == 0 ? Regime.CONSERVATIVE : Regime.DEFAULT;
        }
        assertThat(effects(wavering)).containsOnly(Regime.CONSERVATIVE);
    }
}
