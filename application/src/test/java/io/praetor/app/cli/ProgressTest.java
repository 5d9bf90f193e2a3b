package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();
    private long seconds;

    @Test
    void aJobUnderTwoSecondsShowsNothing() {
        try (Progress progress = progress(true)) {
            seconds = 1;
            progress.step();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLongJobShowsHowFarItIsAndWipesItsLine() {
        try (Progress progress = progress(true)) {
            progress.step();
            seconds = 2;
            progress.step();
        }
        assertThat(err.toString())
                .isEqualTo("\r\u001B[Kcounting [###############...............] 2 of 4\r\u001B[K");
    }

    @Test
    void nothingIsShownWhereNobodyWatches() {
        try (Progress progress = progress(false)) {
            seconds = 60;
            progress.step();
        }
        assertThat(err.toString()).isEmpty();
    }

    private Progress progress(boolean watched) {
        Shell shell =
                new Shell(
                        InputStream.nullInputStream(),
                        new PrintWriter(err),
                        new PrintWriter(err),
                        watched,
                        Map.of(),
                        Path.of(""),
                        Path.of(""));
        return new Progress(shell, "counting", 4, () -> seconds * 1_000_000_000L);
    }
}
