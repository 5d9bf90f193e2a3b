package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CampaignInjectionVerbTest {
    /**
     * The rules alone, and by itself, on every case and in the pipeline each of the two who reason.
     */
    private static final int EVALUATORS = 7;

    @TempDir private Path folder;

    @Test
    void aCampaignSaysWhoGaveWayAndWhoHeld() {
        Ran ran =
                Ran.in(
                        folder,
                        "campaign",
                        "injection",
                        "--cases",
                        "64",
                        "--seed",
                        "3",
                        "--json",
                        "--html",
                        "campaign.html");

        assertThat(ran.status()).isZero();
        JsonNode report = JsonMapper.shared().readTree(ran.out());
        assertThat(report.get("held").asBoolean()).isTrue();
        assertThat(report.get("cases").asInt()).isEqualTo(64);
        assertThat(report.get("seed").asInt()).isEqualTo(3);
        assertThat(
                        report.get("scores").values().stream()
                                .mapToInt(score -> score.get("attacks").asInt())
                                .sum())
                .isEqualTo(EVALUATORS * 64);
        assertThat(report.get("breaches")).isEmpty();
        assertThat(folder.resolve("campaign.html"))
                .content()
                .startsWith("<!doctype html>")
                .contains("obedient reasoner alone", "many_shot")
                .doesNotContain("<script");
    }

    @Test
    void aCampaignNeedsACaseOfEachHalf() {
        assertThat(Ran.in(folder, "campaign", "injection", "--cases", "1"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                                praetor: --cases starts at 2, one a half
                                try `praetor campaign injection --help`
                                """));
    }
}
