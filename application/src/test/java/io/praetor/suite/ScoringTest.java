package io.praetor.suite;

import static io.praetor.policy.Effect.ALLOW;
import static io.praetor.policy.Effect.DENY;
import static io.praetor.policy.Effect.REQUIRE_ATTESTATION;
import static io.praetor.policy.Effect.REQUIRE_MFA;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.suite.Scorecard.Baseline;
import io.praetor.suite.Scorecard.Group;
import io.praetor.suite.Scorecard.Latency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoringTest {
    @Test
    void everythingIsCountedOnce() {
        assertThat(Scoring.score(SampleOutcomes.outcomes()))
                .isEqualTo(
                        new Scorecard(
                                new Proportion(3, 4),
                                Map.of(
                                        ALLOW, new Proportion(1, 1),
                                        REQUIRE_MFA, new Proportion(0, 0),
                                        REQUIRE_ATTESTATION, new Proportion(1, 1),
                                        DENY, new Proportion(1, 2)),
                                new Proportion(1, 3),
                                new Proportion(1, 2),
                                List.of(
                                        baseline(ALLOW, 1, 3),
                                        baseline(REQUIRE_MFA, 0, 0),
                                        baseline(REQUIRE_ATTESTATION, 1, 0),
                                        baseline(DENY, 3, 0)),
                                new Proportion(1, 1),
                                new Proportion(2, 3),
                                new Proportion(2, 3),
                                new Proportion(1, 3),
                                OptionalDouble.of(1.0 / 3),
                                Map.of(
                                        ALLOW, Map.of(ALLOW, 1),
                                        REQUIRE_ATTESTATION, Map.of(DENY, 1),
                                        DENY, Map.of(ALLOW, 1, DENY, 1)),
                                groups(),
                                List.of(
                                        new Latency("door", 1, 1, 1, 1, 1, 1),
                                        new Latency("rules", 3, 4, 6, 6, 6, 6)),
                                new Answering(
                                        new Proportion(3, 3),
                                        new Proportion(2, 3),
                                        Calibration.of(
                                                List.of(
                                                        new Calibration.Claim(1, true),
                                                        new Calibration.Claim(1, true),
                                                        new Calibration.Claim(1, false))),
                                        new OpinionFigures(
                                                0, new Proportion(0, 0), new Proportion(0, 0), 0),
                                        new Proportion(0, 0))));
    }

    @Test
    void nothingScoresNothing() {
        Scorecard card = Scoring.score(List.of());

        assertThat(card.accuracy()).isEqualTo(new Proportion(0, 0));
        assertThat(card.coverage()).isEmpty();
        assertThat(card.groups()).isEmpty();
    }

    private static List<Group> groups() {
        return List.of(
                group("kind", "attack", 1, 1, 0, 1),
                group("kind", "edge", 2, 3, 1, 2),
                group("difficulty", "hard", 1, 1, 0, 1),
                group("difficulty", "unstated", 2, 3, 1, 2),
                group("tier", "high", 1, 2, 1, 2),
                group("tier", "low", 1, 1, 0, 0),
                group("tier", "unstated", 1, 1, 0, 1),
                group("path", "door", 1, 1, 0, 1),
                group("path", "rules", 2, 3, 1, 2));
    }

    private static Group group(String dimension, String value, int... figures) {
        return new Group(
                dimension,
                value,
                new Proportion(figures[0], figures[1]),
                new Proportion(figures[2], figures[3]));
    }

    private static Baseline baseline(io.praetor.policy.Effect effect, int right, int allows) {
        return new Baseline(effect, new Proportion(right, 4), new Proportion(allows, 3));
    }
}
