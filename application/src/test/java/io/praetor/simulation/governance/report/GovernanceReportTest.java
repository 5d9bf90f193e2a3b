package io.praetor.simulation.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.simulation.governance.Figure;
import io.praetor.simulation.governance.Figure.Limit;
import io.praetor.simulation.governance.Figure.Unit;
import io.praetor.simulation.governance.GovernanceEvidence;
import io.praetor.simulation.governance.Row;
import io.praetor.simulation.governance.Trace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GovernanceReportTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final Figure REACHED =
            new Figure("stopped", Unit.SHARE, .995, .98, 1, Optional.of(new Limit(false, .99)));
    private static final Figure MISSED =
            new Figure(
                    "median delay",
                    Unit.EPISODES,
                    NEVER,
                    120,
                    NEVER,
                    Optional.of(new Limit(true, 100)));

    private static final Row ROW =
            new Row(
                    "<abrupt>",
                    "fails & falls",
                    List.of(REACHED, MISSED),
                    List.of(REACHED),
                    List.of(70.0, 80.0, NEVER),
                    Optional.of(
                            new Trace(
                                    List.of(
                                            new Trace.Reading(25, .5, 1e-9, .1, 0),
                                            new Trace.Reading(3_050, .4, .5, .1, 1.2)),
                                    List.of(new Trace.Score(25, .6)),
                                    .47)));

    private static final GovernanceReport REPORT =
            new GovernanceReport(new GovernanceEvidence(3, 9, List.of(ROW)));

    @Test
    void theTextSaysEachFigureAndWhatIsMissed() {
        assertThat(REPORT.text())
                .isEqualTo(
                        """
                        <abrupt>: fails & falls
                          yes  %-52s %10s  (98.0 %% to 100.0 %%; asked at least 99.0 %%)
                          NO   %-52s %10s  (120 to never; asked at most 100)
                        figures are missed in: <abrupt>
                        """
                                .formatted("stopped", "99.5 %", "median delay", "never"));
    }

    @Test
    void theMarkdownNamesTheCommand() {
        assertThat(REPORT.markdown())
                .startsWith(
                        "# Governance, simulated\n\n- command: praetor simulate governance --runs 3"
                                + " --seed 9 ")
                .contains("| median delay | never | 120 to never | at most 100 | NO |");
    }

    @Test
    void thePageStandsAloneAndEscapesWhatItShows() {
        String page = REPORT.html();
        assertThat(page)
                .contains("<svg ", "<polyline ", "<rect ", "&lt;abrupt&gt;")
                .doesNotContain("<script", "<abrupt>", "href=", "src=", "NaN", "Infinity");
    }

    @Test
    void whatNeverHappenedIsNullInJson() {
        JsonNode document = JsonMapper.shared().readTree(REPORT.json());
        JsonNode missed = document.path("cases").path(0).path("figures").path(1);
        assertThat(document.path("reached").asBoolean()).isFalse();
        assertThat(missed.path("value").isNull()).isTrue();
        assertThat(missed.path("low").asDouble()).isEqualTo(120);
        assertThat(missed.path("limit").asDouble()).isEqualTo(100);
    }
}
