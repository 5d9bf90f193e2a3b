package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The campaign in small: real processes, really killed. */
class CampaignVerbsTest {
    @TempDir private Path folder;

    @Test
    void aKilledServerLosesNothingItReleased() {
        Ran ran =
                Ran.in(
                        folder,
                        "campaign",
                        "kill",
                        "--json",
                        "--instants",
                        "2",
                        "--seed",
                        "11",
                        "--durability",
                        "power",
                        "--folder",
                        "logs");
        assertThat(ran.err()).isEmpty();
        JsonNode outcome = JsonMapper.shared().readTree(ran.out());
        assertThat(outcome.path("kills").asInt()).isEqualTo(2);
        assertThat(outcome.path("durability").asString()).isEqualTo("power");
        assertThat(outcome.path("decisions").asLong()).isPositive();
        assertThat(outcome.path("records").asLong())
                .isGreaterThanOrEqualTo(
                        outcome.path("decisions").asLong() + outcome.path("refusals").asLong());
        assertThat(outcome.path("losses")).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(folder).as("what lost nothing is deleted").isEmptyDirectory();
    }

    @Test
    void aServerThatDoesNotStartIsSaid() {
        Ran ran =
                Ran.with(
                        Map.of("PRAETOR_POLICY", "no-such-policy.yaml"),
                        folder,
                        "campaign",
                        "kill",
                        "--instants",
                        "1",
                        "--folder",
                        "logs");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("lost: the server ended before it served; see ")
                .contains("serve.log");
        assertThat(folder.resolve("logs/log-000/serve.log"))
                .content()
                .contains("no-such-policy.yaml");
    }

    @Test
    void aCampaignNeedsANameAndAnInstant() {
        assertThat(Ran.in(folder, "campaign"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "praetor: say kill or injection\ntry `praetor campaign --help`\n"));
        assertThat(Ran.in(folder, "campaign", "kill", "--instants", "0"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                                praetor: --instants starts at 1
                                try `praetor campaign kill --help`
                                """));
    }
}
