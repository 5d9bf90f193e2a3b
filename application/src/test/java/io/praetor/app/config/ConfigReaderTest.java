package io.praetor.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.app.BadInput;
import io.praetor.app.config.Config.Log;
import io.praetor.app.config.Config.Model;
import io.praetor.app.config.Config.Reasoning;
import io.praetor.app.config.Config.Reasoning.Embeddings;
import io.praetor.app.config.Config.Server;
import io.praetor.decision.RecordingFailure;
import io.praetor.log.RecorderLimits;
import io.praetor.patterns.life.Ageing;
import io.praetor.review.ReviewSettings;
import io.praetor.serving.settings.Rate;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.settings.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final Path INSTALLED = Path.of("installed");

    @TempDir private Path folder;

    @Test
    void withoutAnythingTheDefaultsServeLoopbackAndDenyWhatIsNotRecorded() {
        assertThat(read(Map.of()))
                .isEqualTo(
                        new Config(
                                INSTALLED.resolve("policies/team-default.yaml"),
                                folder.resolve(".praetor"),
                                new Server(
                                        "127.0.0.1",
                                        8000,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ServerLimits.DEFAULT),
                                new Log(
                                        Durability.PROCESS,
                                        RecordingFailure.DENY,
                                        RecorderLimits.DEFAULT,
                                        Optional.empty()),
                                new Reasoning(Reasoning.By.AUTO, "hybrid", Embeddings.OFF),
                                Model.none(folder.resolve(".praetor")),
                                ReviewSettings.DEFAULT,
                                Ageing.DEFAULT,
                                Config.Governance.USUAL));
    }

    @Test
    void theFileSetsEverythingAndItsPathsStartAtItsFolder() throws IOException {
        Files.createDirectory(folder.resolve("etc"));
        Files.writeString(
                folder.resolve("etc/site.yaml"),
                """
                policy: team.yaml
                data: /var/lib/praetor
                server:
                  host: 0.0.0.0
                  port: 9000
                  tokens: secrets/tokens
                  tls-certificates: tls/chain.pem
                  tls-key: tls/key.pem
                  public-url: https://pdp.example.com/tenant1
                log:
                  durability: power
                  on-failure: answer
                  queue-records-max: 100
                  batch-records-max: 10
                  wait-millis-max: 250
                  key: secrets/log.pem
                """);
        assertThat(read(Map.of("PRAETOR_CONFIG", "etc/site.yaml")))
                .isEqualTo(
                        new Config(
                                folder.resolve("etc/team.yaml"),
                                Path.of("/var/lib/praetor"),
                                new Server(
                                        "0.0.0.0",
                                        9000,
                                        Optional.of(folder.resolve("etc/secrets/tokens")),
                                        Optional.of(
                                                new TlsFiles(
                                                        folder.resolve("etc/tls/chain.pem"),
                                                        folder.resolve("etc/tls/key.pem"))),
                                        Optional.of(URI.create("https://pdp.example.com/tenant1")),
                                        ServerLimits.DEFAULT),
                                new Log(
                                        Durability.POWER,
                                        RecordingFailure.ANSWER,
                                        new RecorderLimits(100, 10, Duration.ofMillis(250)),
                                        Optional.of(folder.resolve("etc/secrets/log.pem"))),
                                new Reasoning(Reasoning.By.AUTO, "hybrid", Embeddings.OFF),
                                Model.none(Path.of("/var/lib/praetor")),
                                ReviewSettings.DEFAULT,
                                Ageing.DEFAULT,
                                Config.Governance.USUAL));
    }

    @Test
    void howFastEvidenceWearsOffIsTheOperatorsToSay() {
        assertThat(read(Map.of("PRAETOR_PATTERNS_HALF_LIFE_DAYS", "30")).patterns())
                .isEqualTo(new Ageing(Duration.ofDays(30)));
    }

    @Test
    void theLimitsOfTheServerAreTheOperatorsToMove() throws IOException {
        Files.writeString(
                folder.resolve("praetor.yaml"),
                """
                server:
                  body-bytes-max: 1
                  batch-items-max: 2
                  connections-max: 3
                  requests-max: 4
                  work-millis-max: 5
                  drain-millis-max: 6
                  rate-per-second-max: 7
                """);
        ServerLimits usual = ServerLimits.DEFAULT;
        assertThat(read(Map.of()).server().limits())
                .isEqualTo(
                        new ServerLimits(
                                usual.requestLineBytesMax(),
                                usual.headerBytesMax(),
                                1,
                                2,
                                usual.pageItemsMax(),
                                3,
                                4,
                                usual.receiveTime(),
                                usual.sendTime(),
                                usual.idleTime(),
                                Duration.ofMillis(5),
                                Duration.ofMillis(6),
                                new Rate(7, 7),
                                usual.refusedRate()));
        check("server: {requests-max: 0}\n", "praetor.yaml:1:24: `server.requests-max` is a whole");
    }

    @Test
    void theEnvironmentOverridesTheFileAndItsPathsStartWhereWeAre() throws IOException {
        Files.writeString(folder.resolve("praetor.yaml"), "server: {port: 9000}\npolicy: a.yaml\n");
        Config config =
                read(
                        Map.of(
                                "PRAETOR_SERVER_PORT", "0",
                                "PRAETOR_HOME", "kept",
                                "PRAETOR_JAVA_HOME", "of no concern here",
                                "HOME", "of no concern here"));
        assertThat(config.server().port()).isZero();
        assertThat(config.data()).isEqualTo(folder.resolve("kept"));
        assertThat(config.policy()).isEqualTo(folder.resolve("a.yaml"));
    }

    @Test
    void whatIsNoSettingStopsTheStartWithItsPlaceAndASuggestion() throws IOException {
        check("sever: {port: 1}\n", "praetor.yaml:1:1: unknown setting `sever`");
        check(
                "server:\n  prot: 1\n",
                "praetor.yaml:2:3: unknown setting `server.prot`; did you mean `server.port`?");
        check("policy: a\npolicy: b\n", "praetor.yaml:2:1: ");
        check("- policy\n", "praetor.yaml:1:1: the configuration is a mapping of keys, not a list");
        check("server: 8000\n", "praetor.yaml:1:9: `server` is a mapping of keys, not a number");
        check("policy: [a]\n", "praetor.yaml:1:9: `policy` is one value, not a list");
        check("policy:\n", "praetor.yaml:1:");
    }

    @Test
    void aValueOfTheWrongKindStopsTheStart() throws IOException {
        for (String port : new String[] {"-1", "65536", "8e3", "NaN", "0x1F", "99999999999"}) {
            check(
                    "server: {port: " + port + "}\n",
                    "praetor.yaml:1:16: `server.port` is a whole number from 0 to 65535, not `"
                            + port
                            + "`");
        }
        check(
                "log: {durability: powr}\n",
                "praetor.yaml:1:19: `log.durability` is one of process, power, not `powr`;"
                        + " did you mean `power`?");
        check(
                "server: {tls-key: key.pem}\n",
                "praetor.yaml:1:19: `server.tls-key` needs `server.tls-certificates` too");
        check(
                "server: {public-url: 'pdp example'}\n",
                "praetor.yaml:1:22: `server.public-url` is an address such as https://HOST/PATH,"
                        + " not `pdp example`");
        check("log: {on-failure: allow}\n", "praetor.yaml:1:19: `log.on-failure` is one of deny");
    }

    @Test
    void aVariableThatSetsNothingStopsTheStart() {
        assertThatThrownBy(() -> read(Map.of("PRAETOR_SERVER_PROT", "1")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "PRAETOR_SERVER_PROT:1:1: unknown variable `PRAETOR_SERVER_PROT`;"
                                + " did you mean `PRAETOR_SERVER_PORT`?");
    }

    @Test
    void theManualNamesEverySettingWithItsVariable() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "configuration.md"));
        for (Setting setting : Setting.values()) {
            assertThat(manual)
                    .contains("| `%s` | `%s` |".formatted(setting.key(), setting.variable()));
        }
    }

    private void check(String yaml, String message) throws IOException {
        Files.writeString(folder.resolve("praetor.yaml"), yaml);
        assertThatThrownBy(() -> read(Map.of()))
                .as(yaml)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
    }

    private Config read(Map<String, String> environment) {
        return new ConfigReader(environment, folder, INSTALLED).read(Optional.empty());
    }
}
