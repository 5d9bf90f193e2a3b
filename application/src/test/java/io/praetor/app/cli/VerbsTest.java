package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
                                Did you mean: praetor completion or praetor explain or \
                                praetor meta?
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
    void everyVerbSaysEveryExitStatus() {
        for (CommandLine verb : verbs(Verbs.in(Ran.shell(folder)))) {
            List<String> arguments =
                    Stream.of(verb.getCommandSpec().qualifiedName().split(" ")).skip(1).toList();
            Ran help =
                    Ran.in(
                            folder,
                            Stream.concat(arguments.stream(), Stream.of("--help"))
                                    .toArray(String[]::new));
            assertThat(help.status()).as(arguments.toString()).isZero();
            for (ExitCode code : ExitCode.values()) {
                assertThat(help.out())
                        .as(arguments.toString())
                        .contains("\n  " + code.status() + "  ");
            }
            boolean isGroup = !verb.getSubcommands().isEmpty();
            assertThat(isGroup || help.out().contains("      --json ")).as(help.out()).isTrue();
        }
    }

    private static List<CommandLine> verbs(CommandLine line) {
        List<CommandLine> verbs = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(each -> verbs.addAll(verbs(each)));
        return verbs;
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
