package io.praetor.simulation.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.statistics.Moments;
import io.praetor.simulation.governance.Conditions.Mix;
import io.praetor.simulation.governance.Conditions.Reviews;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final int LENGTH = 60_000;

    private static List<Drawn> drawn(Conditions conditions, int length) {
        return Tape.of(conditions, length, new SplittableRandom(3)).episodes();
    }

    private static double share(List<Drawn> episodes, Predicate<Outcome> is) {
        long hits = episodes.stream().map(Drawn::outcome).filter(is).count();
        return (double) hits / episodes.size();
    }

    @Test
    void aHealthyVersionIsThatOfTheDesign() {
        List<Drawn> episodes = drawn(Conditions.of(Course.healthy()), LENGTH);
        assertThat(share(episodes, outcome -> outcome.oversight().overriddenByHuman()))
                .isCloseTo(.06, within(.004));
        assertThat(share(episodes, outcome -> !outcome.flags().isEmpty()))
                .isCloseTo(.005, within(.001));
        List<Double> means = List.of(.25, .20, .20, .15, .10);
        List<Double> shares = List.of(.40, .25, .20, .10, .05);
        for (int place = 0; place < means.size(); place++) {
            int here = place;
            Moments rewards = Moments.NONE;
            for (Drawn each : episodes.stream().filter(one -> one.place() == here).toList()) {
                rewards = rewards.plus(each.outcome().reward().orElseThrow());
            }
            assertThat(rewards.mean()).isCloseTo(means.get(place), within(.03));
            assertThat(rewards.deviation()).isCloseTo(.39, within(.02));
            assertThat((double) rewards.count() / LENGTH).isCloseTo(shares.get(place), within(.01));
        }
    }

    @Test
    void nothingChangesBeforeTheChange() {
        List<Drawn> healthy = drawn(Conditions.of(Course.healthy()), World.CHANGE);
        for (Conditions conditions :
                List.of(
                        Conditions.of(Course.changingTo(Behaviour.FAILED)),
                        Conditions.of(Course.drifting()),
                        Conditions.of(Course.oneWrongAllow()),
                        Conditions.of(Course.failingIn(2)),
                        Conditions.healthyUnder(Mix.REVERSED, Reviews.OUTAGE))) {
            assertThat(drawn(conditions, World.CHANGE)).isEqualTo(healthy);
        }
    }

    @Test
    void nobodySeesWhatIsNotReviewed() {
        List<Drawn> outage =
                drawn(Conditions.healthyUnder(Mix.STEADY, Reviews.OUTAGE), World.EPISODES);
        for (Drawn each : outage) {
            int since = each.number() - World.CHANGE;
            boolean reviewed = since < 0 || since >= Reviews.OUTAGE_EPISODES;
            assertThat(each.outcome().oversight().reviewed()).isEqualTo(reviewed);
            assertThat(each.outcome().reward().isPresent()).isEqualTo(reviewed);
        }
    }

    @Test
    void lateOutcomesMatureHundredsOfEpisodesLater() {
        drawn(Conditions.healthyUnder(Mix.STEADY, Reviews.LATE), World.EPISODES)
                .forEach(
                        each -> {
                            boolean late = each.number() >= World.CHANGE;
                            assertThat(each.due() - each.number())
                                    .isBetween(late ? 300 : 1, late ? 900 : 10);
                        });
    }
}
