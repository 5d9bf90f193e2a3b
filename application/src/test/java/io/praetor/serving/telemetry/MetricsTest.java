package io.praetor.serving.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final long MICRO = 1_000;

    private final Metrics metrics = new Metrics();

    @Test
    void countersAndGaugesAreLinesUnderTheirFamily() {
        Counter allow = metrics.counter("a_total", "Answers.", "effect", "allow");
        Counter deny = metrics.counter("a_total", "Answers.", "effect", "deny");
        Counter never = metrics.counter("a_total", "Answers.", "effect", "never");
        metrics.counter("b_total", "Others.");
        metrics.gauge("c", "Level.", () -> 1.5, "name", "a \"b\"\\\n");
        allow.add();
        deny.add(2);

        assertThat(never.value()).isZero();
        assertThat(metrics.text())
                .isEqualTo(
                        """
                        # HELP a_total Answers.
                        # TYPE a_total counter
                        a_total{effect="allow"} 1
                        a_total{effect="deny"} 2
                        # HELP b_total Others.
                        # TYPE b_total counter
                        b_total 0
                        # HELP c Level.
                        # TYPE c gauge
                        c{name="a \\"b\\"\\\\\\n"} 1.5
                        """);
    }

    @Test
    void histogramBucketsAddUp() {
        Histogram seconds = metrics.histogram("h_seconds", "Time.", "route", "/x");
        seconds.observe(50 * MICRO);
        seconds.observe(51 * MICRO);
        seconds.observe(20_000_000 * MICRO);

        assertThat(metrics.text().lines())
                .contains(
                        "# TYPE h_seconds histogram",
                        "h_seconds_bucket{route=\"/x\",le=\"5.0E-5\"} 1",
                        "h_seconds_bucket{route=\"/x\",le=\"1.0E-4\"} 2",
                        "h_seconds_bucket{route=\"/x\",le=\"15.0\"} 2",
                        "h_seconds_bucket{route=\"/x\",le=\"+Inf\"} 3",
                        "h_seconds_sum{route=\"/x\"} 20.000101",
                        "h_seconds_count{route=\"/x\"} 3");
    }
}
