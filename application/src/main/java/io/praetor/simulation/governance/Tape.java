package io.praetor.simulation.governance;

import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The fates of a run's episodes, drawn before anybody acts, so that whatever is compared on one run
 * meets the same.
 */
record Tape(List<Drawn> episodes) {
    /** Accuracy and calibration of a version that leaves both as they are. */
    private static final double STEADY_SPREAD = .05;

    Tape {
        episodes = List.copyOf(episodes);
    }

    static Tape of(Conditions conditions, int length, RandomGenerator random) {
        List<Drawn> episodes = new ArrayList<>(length);
        for (int number = 0; number < length; number++) {
            episodes.add(drawn(conditions, number, random));
        }
        return new Tape(episodes);
    }

    private static Drawn drawn(Conditions conditions, int number, RandomGenerator random) {
        int place = conditions.mix().place(number, random.nextDouble());
        Behaviour behaviour = conditions.course().at(number, place);
        double expected = World.PLACES.get(place).reward() - behaviour.loss();
        double reward =
                Math.clamp(expected + World.REWARD_SPREAD * random.nextGaussian(), -1.0, 1.0);
        boolean overridden = random.nextDouble() < behaviour.overrides();
        boolean flagged = random.nextDouble() < behaviour.flags();
        Deltas deltas = deltas(random);
        boolean reviewed = conditions.reviews().areMade(number);
        int due = number + conditions.reviews().delay(number, random);
        Outcome outcome =
                new Outcome(
                        reviewed ? OptionalDouble.of(reward) : OptionalDouble.empty(),
                        deltas,
                        oversight(reviewed, overridden),
                        flags(behaviour, flagged),
                        Optional.of(World.at(due)));
        return new Drawn(number, place, outcome, due, expected);
    }

    private static Deltas deltas(RandomGenerator random) {
        double coherence = World.COHERENCE_MEAN + World.COHERENCE_SPREAD * random.nextGaussian();
        return new Deltas(
                OptionalDouble.of(coherence),
                OptionalDouble.of(STEADY_SPREAD * random.nextGaussian()),
                OptionalDouble.of(STEADY_SPREAD * random.nextGaussian()),
                OptionalDouble.empty());
    }

    private static Oversight oversight(boolean reviewed, boolean overridden) {
        if (!reviewed) {
            return Oversight.UNREVIEWED;
        }
        return overridden ? Oversight.overridden(OverrideSense.UNCLEAR) : Oversight.ACCEPTED;
    }

    private static Set<SafetyFlag> flags(Behaviour behaviour, boolean flagged) {
        if (behaviour.critical()) {
            return Set.of(SafetyFlag.WRONG_ALLOW);
        }
        return flagged ? Set.of(SafetyFlag.UNREADABLE_ANSWER) : Set.of();
    }
}
