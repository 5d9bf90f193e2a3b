package io.praetor.rollout.credibility;

import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Slope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last five full blocks of fifty rewards, and the one being filled. Not thread-safe. */
final class GrowthBlocks {
    /** Enough points for a line, few enough that it still bends within a window or so. */
    static final int BLOCKS_MAX = 5;

    static final int BLOCK_SIZE = 50;

    /**
     * The blocks as a value.
     *
     * @param full oldest first
     */
    public record State(List<Moments> full, Moments filling) {
        static final State EMPTY = new State(List.of(), Moments.NONE);

        public State {
            full = List.copyOf(full);
        }
    }

    private final ArrayDeque<Moments> full;
    private Moments filling;

    GrowthBlocks(State state) {
        full = new ArrayDeque<>(state.full());
        filling = state.filling();
    }

    void add(double reward) {
        filling = filling.plus(reward);
        if (filling.count() == BLOCK_SIZE) {
            full.addLast(filling);
            filling = Moments.NONE;
        }
        if (full.size() > BLOCKS_MAX) {
            full.removeFirst();
        }
    }

    /** Empty until two blocks are full. */
    Optional<Slope> slope() {
        return full.size() < Slope.BLOCKS_MIN
                ? Optional.empty()
                : Optional.of(Slope.of(new ArrayList<>(full)));
    }

    State state() {
        return new State(List.copyOf(full), filling);
    }
}
