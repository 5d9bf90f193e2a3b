package io.praetor.simulation.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.mining.Team;
import org.junit.jupiter.api.Test;

/** The simulated team is the same for a seed, and what patterns do on it is safe. */
class TeamRunTest {
    private static final int DECISIONS = 1_000;

    @Test
    void aSeedGivesTheSameStreamAndTheSameFigures() {
        assertThat(Stream.of(3, DECISIONS)).isEqualTo(Stream.of(3, DECISIONS));
        assertThat(Stream.of(3, DECISIONS)).isNotEqualTo(Stream.of(4, DECISIONS));
        assertThat(TeamRun.run(Team.POLICY, 3, DECISIONS, _ -> {}))
                .isEqualTo(TeamRun.run(Team.POLICY, 3, DECISIONS, _ -> {}));
    }

    @Test
    void theStreamHasItsShareOfNovelties() {
        long novel = Stream.of(5, DECISIONS).stream().filter(Ask::isNovel).count();
        assertThat(novel).isBetween(50L, 110L);
    }
}
