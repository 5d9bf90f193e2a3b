package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.Doctor.Check;
import io.praetor.app.config.Config.Model.Mode;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoctorPartsTest {
    @Test
    void diskCountsTheModelTheLogAndTheDaysLeft() {
        assertThat(DiskCheck.of(5e9, false))
                .isEqualTo(
                        Check.ok(
                                "disk",
                                "5.0 GB free, 25 days of log at 100 MB a day beside a model of"
                                        + " 2.49 GB"));
        assertThat(DiskCheck.of(2.6e9, true))
                .isEqualTo(Check.ok("disk", "2.6 GB free, 26 days of log at 100 MB a day"));
        assertThat(DiskCheck.of(2.6e9, false).isOk()).isFalse();
        assertThat(DiskCheck.of(1e9, true).next()).contains("PRAETOR_HOME");
    }

    @Test
    void eachMachineHasItsNativePartsByName() {
        assertThat(Platform.check("Linux", "aarch64").said())
                .contains("org/sqlite/native/Linux/aarch64")
                .contains("@node-llama-cpp/linux-arm64@3.22.1")
                .contains("ai/onnxruntime/native/linux-aarch64");
        assertThat(Platform.check("Linux", "amd64").said()).contains("linux-x64@3.22.1");
        assertThat(Platform.check("SunOS", "sparc").said()).contains("set model.url");
    }

    @Test
    void theLimitsAreThoseOfTheDeploymentChecklist() {
        assertThat(ModelTiming.limit(Mode.SCORE, true)).isEqualTo(Duration.ofMillis(500));
        assertThat(ModelTiming.limit(Mode.REASON, true)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ModelTiming.limit(Mode.SCORE, false)).isEqualTo(Duration.ofSeconds(15));
        assertThat(ModelTiming.limit(Mode.REASON, false)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theTailDecidesAndOneFailureMisses() {
        List<Long> twenty = LongStream.rangeClosed(1, 20).boxed().toList();
        ModelTiming timing = new ModelTiming(Mode.SCORE, twenty, List.of(), Duration.ofMillis(19));
        assertThat(timing.percentile(.5)).isEqualTo(10);
        assertThat(timing.percentile(.95)).isEqualTo(19);
        assertThat(timing.isMet()).isTrue();
        assertThat(new ModelTiming(Mode.SCORE, twenty, List.of(), Duration.ofMillis(18)).isMet())
                .isFalse();
        assertThat(
                        new ModelTiming(
                                        Mode.SCORE,
                                        twenty,
                                        List.of("TIMEOUT"),
                                        Duration.ofMillis(19))
                                .isMet())
                .isFalse();
        assertThat(new ModelTiming(Mode.SCORE, List.of(), List.of(), Duration.ofDays(1)).isMet())
                .isFalse();
    }
}
