package io.praetor.simulation.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.praetor.app.WorkerThreads;
import org.junit.jupiter.api.Test;

/** The campaign in small. What is measured on 300 runs is in docs/governance-simulation.md. */
class GovernanceSimulationTest {
    private static GovernanceEvidence evidence(int runs, long seed, int threads) {
        try (WorkerThreads workers = new WorkerThreads(threads)) {
            return new GovernanceSimulation(runs, seed).run(workers, () -> {});
        }
    }

    /** Four runs leave wide intervals; what they exclude is wrong. */
    @Test
    void noFigureIsOutOfReach() {
        long seed = 20_261;
        GovernanceEvidence evidence = evidence(4, seed, 2);
        for (Row row : evidence.rows()) {
            for (Figure figure : row.figures()) {
                assertThat(figure.isPlausible())
                        .as("seed %d, %s: %s", seed, row.name(), figure)
                        .isTrue();
            }
        }
        assertThat(evidence.rows()).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void theFiguresDoNotDependOnTheNumberOfThreads() {
        assertThat(evidence(2, 5, 3)).isEqualTo(evidence(2, 5, 1));
    }

    @Test
    void oneRunHasNoInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GovernanceSimulation(1, 1));
    }
}
