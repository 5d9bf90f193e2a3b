package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What `./praetor` says before any Java runs. */
class LauncherTest {
    private static final File ROOT = new File("..");

    /**
     * @param output of both streams
     */
    private record Launched(int status, String output) {}

    @Test
    void anUnknownPartOfTheGateIsAUsageError() throws Exception {
        check(
                List.of("test", "--with", "teapot"),
                new Launched(
                        2,
                        "praetor: test: unknown `--with teapot`; what can be added to the core"
                                + " gate: bench, browser,"
                                + " extras, llama, llama-server, neo4j, trainer\n"));
    }

    @Test
    void whatCannotBeFetchedIsAUsageError() throws Exception {
        check(
                List.of("fetch", "teapot"),
                new Launched(
                        2,
                        "praetor: fetch: unknown `teapot`; what can be fetched: embeddings,"
                                + " llama, llama-server, neo4j\n"));
    }

    @Test
    void testsOfTheModelWithoutItsLibrarySayWhatToRun() throws Exception {
        assertThat(launch(List.of("test", "--with", "llama"), "PRAETOR_HOME", "no-such-folder"))
                .isEqualTo(
                        new Launched(
                                4,
                                "praetor: test: no llama.cpp in no-such-folder/llama; next:"
                                        + " ./praetor fetch llama\n"));
    }

    @Test
    void testsOfThePageWithoutABrowserSayWhatToRun() throws Exception {
        assertThat(launch(List.of("test", "--with", "browser"), "PRAETOR_BROWSER", "no-such-file"))
                .isEqualTo(
                        new Launched(
                                4,
                                "praetor: test: no Chromium here; next: sudo apt-get install"
                                        + " chromium, or name one in PRAETOR_BROWSER\n"));
    }

    @Test
    void anUnknownArgumentOfTestIsAUsageError() throws Exception {
        check(
                List.of("test", "fast"),
                new Launched(
                        2,
                        "praetor: test: unknown argument `fast`; usage: praetor test"
                                + " [--with NAME,...]\n"));
    }

    @Test
    void aJdkThatIsNoneIsSaidToBeNone() throws Exception {
        Launched launched = launch(List.of("doctor"), "PRAETOR_JAVA_HOME", "no-such-folder");
        assertThat(launched)
                .isEqualTo(
                        new Launched(
                                4,
                                "praetor: PRAETOR_JAVA_HOME=no-such-folder holds no JDK of version"
                                        + " 25 or later\n"));
    }

    private static void check(List<String> arguments, Launched expected) throws Exception {
        assertThat(launch(arguments, "PRAETOR_JAVA_OPTS", "")).isEqualTo(expected);
    }

    private static Launched launch(List<String> arguments, String variable, String value)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("./praetor").directory(ROOT);
        builder.command().addAll(arguments);
        builder.environment().put(variable, value);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), output);
    }
}
