package io.praetor.intervention;

import java.util.OptionalDouble;

/**
 * What came of a suggestion.
 *
 * @param suggestion its id
 * @param reward in [-1, 1], absent where too little was observed
 * @param overridden whether the person set it aside; then its reward says nothing about the arm
 */
public record Feedback(String suggestion, OptionalDouble reward, boolean overridden) {
    public Feedback {
        if (reward.isPresent() && !(Math.abs(reward.getAsDouble()) <= 1)) {
            throw new IllegalArgumentException("`reward` is in [-1, 1]");
        }
    }

    boolean trains() {
        return reward.isPresent() && !overridden;
    }
}
