package io.praetor.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.Samples;
import io.praetor.policy.library.LibraryReading;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.policy.library.PolicyReloading;
import io.praetor.policy.reading.LibraryReader;
import io.praetor.policy.reading.PolicyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final LibraryReader READER =
            new LibraryReader(new PolicyReader(new ConditionParser()));

    @TempDir private Path folder;
    private Path file = Path.of("");
    private PolicyLibrary current = library(Samples.sample());
    private PolicyWatch watch = new PolicyWatch(List.of(file), READER, current, () -> NOW);

    @BeforeEach
    void watchTheSample() throws IOException {
        file = folder.resolve("p.yaml");
        write(Samples.sample(), 60);
        current = library(Samples.sample());
        watch = new PolicyWatch(List.of(file), READER, current, () -> NOW);
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void nothingHappensWhereNothingChanged() throws IOException {
        assertThat(watch.look()).isEmpty();
        write(Samples.sample(), 50);
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aGoodChangeIsTakenOnce() throws IOException {
        String text = Samples.edited("margin: 0.05", "margin: 0.06");
        write(text, 50);
        assertThat(watch.look())
                .hasValueSatisfying(
                        reloading -> {
                            assertThat(reloading).isInstanceOf(PolicyReloading.Replaced.class);
                            assertThat(reloading.library().standard().header())
                                    .isEqualTo(library(text).standard().header());
                        });
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aBadChangeKeepsTheOldLibraryAndIsSaidOnce() throws IOException {
        write(Samples.edited("actions: [deploy]", "actions: [deplyo]"), 50);
        checkKept(":91:19: unknown action `deplyo`; did you mean `deploy`?");
        assertThat(watch.look()).isEmpty();
        write(Samples.edited("actions: [deploy]", "actions: [deplou]"), 40);
        checkKept(":91:19: unknown action `deplou`; did you mean `deploy`?");
    }

    @Test
    void filesThatAreWellAgainAreSaid() throws IOException {
        Files.delete(file);
        checkKept(":1:1: no such file");
        write(Samples.sample(), 30);
        assertThat(watch.look()).contains(new PolicyReloading.Unchanged(current));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aFileThatIsGoneKeepsTheOldLibrary() throws IOException {
        Files.delete(file);
        checkKept(":1:1: no such file");
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextKeepTheOldLibrary() throws IOException {
        byte[] bytes = Samples.sample().getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xff;
        Files.write(file, bytes);
        checkKept(":1:4: a byte that may not stand in UTF-8 here: 0xFF");
        bytes[3] = (byte) 0xc3;
        Files.write(file, bytes);
        checkKept(":1:4: a byte that may not stand in UTF-8 here: 0xC3");
    }

    /** Two writes within one tick of the file system's clock leave the same time and size. */
    @Test
    void aYoungFileIsReadThoughItsTimeAndSizeAreTheSame() throws IOException {
        write(Samples.edited("margin: 0.05", "margin: 0.06"), 1);
        assertThat(watch.look()).isPresent();
        write(Samples.edited("margin: 0.05", "margin: 0.07"), 1);
        assertThat(watch.look()).isPresent();
    }

    @Test
    void pollingTellsOfReloadsAndOutlivesFaults() throws Exception {
        BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        try (PolicyPolling _ =
                PolicyPolling.start(
                        watch,
                        new PolicyPolling.Rhythm(Duration.ofMillis(1), () -> {}),
                        reloading -> {
                            told.add(reloading.getClass());
                            throw new IllegalStateException("a fault");
                        },
                        told::add)) {
            write(Samples.edited("margin: 0.05", "margin: 0.06"), 50);
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(PolicyReloading.Replaced.class);
            assertThat(told.poll(60, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
            Files.delete(file);
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(PolicyReloading.Kept.class);
        }
    }

    private void checkKept(String problem) {
        assertThat(watch.look())
                .hasValueSatisfying(
                        reloading ->
                                assertThat(reloading)
                                        .isInstanceOfSatisfying(
                                                PolicyReloading.Kept.class,
                                                kept -> {
                                                    assertThat(kept.library()).isEqualTo(current);
                                                    assertThat(kept.problems())
                                                            .map(PolicyProblem::toString)
                                                            .containsExactly(file + problem);
                                                }));
    }

    private void write(String text, int secondsAgo) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }

    private static PolicyLibrary library(String text) {
        return switch (READER.read(List.of(new PolicySource("p.yaml", text)))) {
            case LibraryReading.Loaded(PolicyLibrary library, var warnings) -> library;
            case LibraryReading.Refused(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }
}
