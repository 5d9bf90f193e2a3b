package io.praetor.simulation.governance;

import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.RolloutAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of one run.
 *
 * @param stops every automatic change, in order
 * @param seen episodes between the change and the first stop, by place
 * @param trespasses decisions of the version where it was stopped; there must be none
 * @param stale whether the owner was warned that nobody reviews
 */
record Trial(
        List<Stop> stops,
        List<Integer> seen,
        Reference reference,
        Regret regret,
        int trespasses,
        boolean stale,
        Audit audit,
        Optional<Trace> trace) {
    Trial {
        stops = List.copyOf(stops);
        seen = List.copyOf(seen);
    }

    /**
     * An automatic change.
     *
     * @param episode before which it happened
     * @param cause the episode whose outcome led to it
     */
    record Stop(int episode, int cause, Target target, RolloutAction action, String reason) {
        boolean isLocal() {
            return target instanceof Target.Local;
        }
    }

    /** When the reference formula would have stopped the version, by the seed's thresholds. */
    record Reference(OptionalInt asPublished, OptionalInt calibrated) {}

    /** Expected reward lost against who always knows better, in sum over the run. */
    record Regret(double managed, double unmanaged, double fallback) {}

    /** The same, smaller by far. */
    Trial withoutTrace() {
        return new Trial(
                stops, seen, reference, regret, trespasses, stale, audit, Optional.empty());
    }

    Optional<Stop> first() {
        return stops.stream().findFirst();
    }

    /** Whether it was stopped while it was healthy. */
    boolean isFalselyStopped() {
        return first().filter(stop -> stop.episode() <= World.CHANGE).isPresent();
    }

    /** Decisions from the change to the first stop; infinite where there was none. */
    double delay() {
        return first().map(stop -> (double) (stop.episode() - World.CHANGE))
                .orElse(Double.POSITIVE_INFINITY);
    }
}
