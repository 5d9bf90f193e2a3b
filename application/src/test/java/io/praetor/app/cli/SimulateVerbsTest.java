package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateVerbsTest {
    @TempDir private Path folder;

    @Test
    void aSimulationSaysWhetherItsFiguresAreReachedAndWritesBothReports() {
        Ran ran =
                Ran.in(
                        folder,
                        "simulate",
                        "governance",
                        "--json",
                        "--runs",
                        "2",
                        "--seed",
                        "4",
                        "--report",
                        "evidence");
        assertThat(ran.err()).isEmpty();
        JsonNode evidence = JsonMapper.shared().readTree(ran.out());
        assertThat(evidence.path("runs").asInt()).isEqualTo(2);
        assertThat(ran.status()).isEqualTo(evidence.path("reached").asBoolean() ? 0 : 1);
        assertThat(folder.resolve("evidence.md")).content().contains("--runs 2 --seed 4");
        assertThat(folder.resolve("evidence.html")).content().contains("<svg ");
    }

    @Test
    void aSimulationNeedsANameAndTwoRuns() {
        assertThat(Ran.in(folder, "simulate"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                                praetor: say team or governance
                                try `praetor simulate --help`
                                """));
        assertThat(Ran.in(folder, "simulate", "governance", "--runs", "1"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                                praetor: --runs is in [2, 10000]
                                try `praetor simulate governance --help`
                                """));
    }
}
