package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.cli.ExitCode;
import io.praetor.app.cli.Ran;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `deploy/praetor.service` and its guide say of the program is true of the program. */
class ServiceUnitTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PLACE = Path.of("/opt/praetor");
    private static final Path CONFIGURED = Path.of("/etc/praetor");

    /** What a Java virtual machine ends with after SIGTERM: 128 and the signal's number. */
    private static final int TERMINATED = 128 + 15;

    private final String unit = text("deploy/praetor.service").replace("\\\n", " ");
    private final String guide = text("docs/install.md");

    @TempDir private Path folder;

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The values of a key, in the order of the file. */
    private List<String> values(String key) {
        return unit.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    private String value(String key) {
        assertThat(values(key)).as(key).hasSize(1);
        return values(key).getFirst();
    }

    private List<String> command(String key) {
        return Arrays.asList(value(key).strip().split("\\s+"));
    }

    /** The shipped settings, as they are read where the guide puts them. */
    private static Config config() {
        return new ConfigReader(Map.of(), CONFIGURED, PLACE)
                .read(Optional.of(ROOT.resolve("deploy/praetor.yaml").toAbsolutePath()));
    }

    @Test
    void theCommandIsOneThatTheProgramTakes() {
        List<String> command = command("ExecStart");
        int jar = command.indexOf("-jar");
        assertThat(command.getFirst()).isEqualTo(PLACE.resolve("jdk/bin/java").toString());
        assertThat(command).contains("-Dpraetor.install=" + PLACE);
        assertThat(command.get(jar + 1)).isEqualTo(PLACE.resolve("praetor.jar").toString());
        assertThat(text("application/pom.xml")).contains("<finalName>praetor</finalName>");
        List<String> verb = command.subList(jar + 2, command.size());
        assertThat(verb)
                .containsExactly(
                        "serve", "--config", CONFIGURED.resolve("praetor.yaml").toString());
        List<String> missing = new ArrayList<>(verb);
        missing.set(2, "none.yaml");
        Ran ran = Ran.in(folder, missing.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitCode.WORLD_FAILED.status());
        assertThat(ran.err()).contains("none.yaml");
    }

    /** Both start the same program, so they give the Java virtual machine the same options. */
    @Test
    void theJavaOptionsAreTheLaunchersOwn() {
        Matcher options = Pattern.compile("(?s)\\nJVM=\"(.*?)\"").matcher(text("praetor"));
        assertThat(options.find()).isTrue();
        List<String> command = command("ExecStart");
        List<String> given =
                command.subList(1, command.indexOf("-jar")).stream()
                        .filter(option -> !option.startsWith("-Dpraetor.install="))
                        .toList();
        assertThat(given).containsExactly(options.group(1).strip().split("\\s+"));
    }

    @Test
    void theSettingsNameWhatTheUnitMakesAndTheGuideCopies() {
        Config config = config();
        assertThat(config.data()).isEqualTo(Path.of("/var/lib", value("StateDirectory")));
        assertThat(value("WorkingDirectory")).isEqualTo(config.data().toString());
        assertThat(Path.of("/etc", value("ConfigurationDirectory"))).isEqualTo(CONFIGURED);
        String policy = config.policy().getFileName().toString();
        assertThat(text("deploy/praetor.yaml")).contains("\npolicy: " + policy + "\n");
        assertThat(guide)
                .contains("policies/team-default.yaml " + CONFIGURED.resolve(policy))
                .contains("deploy/praetor.yaml " + CONFIGURED.resolve("praetor.yaml"));
    }

    @Test
    void readinessIsAskedWhereTheServerAnswers() {
        Config.Server server = config().server();
        assertThat(command("ExecStartPost").getLast())
                .isEqualTo("http://%s:%d/readyz".formatted(server.host(), server.port()));
    }

    @Test
    void theServiceIsGivenTheTimeToDrain() {
        Duration stop = Duration.ofSeconds(Long.parseLong(value("TimeoutStopSec")));
        assertThat(stop).isGreaterThan(config().server().limits().drainTime());
        assertThat(value("SuccessExitStatus")).isEqualTo(String.valueOf(TERMINATED));
        assertThat(value("KillMode")).isEqualTo("mixed");
    }

    @Test
    void whatAnotherTryCannotMendIsNotTriedAgain() {
        assertThat(value("Restart")).isEqualTo("on-failure");
        assertThat(value("RestartPreventExitStatus"))
                .isEqualTo(ExitCode.USAGE.status() + " " + ExitCode.BAD_INPUT.status());
    }

    @Test
    void theServiceWritesOnlyToItsOwnFolder() {
        assertThat(value("DynamicUser")).isEqualTo("yes");
        assertThat(value("ProtectSystem")).isEqualTo("strict");
        assertThat(value("NoNewPrivileges")).isEqualTo("yes");
        assertThat(values("ReadWritePaths")).isEmpty();
        assertThat(value("Alias")).isEqualTo("policy-llm.service");
    }

    @Test
    void theGuideCopiesFilesThatAreThere() {
        List<String> copied =
                guide.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("sudo cp "))
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .filter(
                                word ->
                                        word.contains("/")
                                                || word.matches("policies|scenarios|docs"))
                        .filter(word -> !word.startsWith("/"))
                        .filter(word -> !word.startsWith("application/target/"))
                        .toList();
        assertThat(copied).contains("deploy/praetor.service", "policies");
        assertThat(copied).allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }
}
