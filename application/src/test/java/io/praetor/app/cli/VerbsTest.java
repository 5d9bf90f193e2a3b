package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbsTest {
    @TempDir private Path folder;

    @Test
    void aMisspeltVerbIsAUsageErrorWithASuggestion() {
        assertThat(Ran.in(folder, "completoin"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                                praetor: unmatched argument at index 0: 'completoin'
                                Did you mean: praetor completion or praetor explain?
                                """));
    }

    @Test
    void noVerbIsAUsageErrorThatPointsAtTheHelp() {
        assertThat(Ran.in(folder))
                .isEqualTo(new Ran(2, "", "praetor: say a verb\ntry `praetor --help`\n"));
    }

    @Test
    void helpListsEveryExitStatus() {
        Ran help = Ran.in(folder, "--help");
        assertThat(help.status()).isZero();
        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).contains("\n  " + code.status() + "  ");
        }
    }

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        assertThat(Ran.in(folder, "--version").out()).matches("praetor \\d+\\.\\d+\\.\\d+.*\n");
    }

    @Test
    void completionKnowsItself() {
        assertThat(Ran.in(folder, "completion").out()).contains("_praetor_completion");
    }
}
