package io.praetor.rollout.evidence;

import java.util.Optional;
import java.util.Set;

/**
 * Who looked at an episode and who set it aside.
 *
 * @param reviewed whether a person judged it; without that, no override says nothing
 * @param blind whether that person judged before seeing the answer
 * @param sense the direction of a person's override
 */
public record Oversight(
        boolean reviewed, boolean blind, Set<Overrider> overriders, Optional<OverrideSense> sense) {
    public static final Oversight UNREVIEWED =
            new Oversight(false, false, Set.of(), Optional.empty());
    public static final Oversight ACCEPTED = new Oversight(true, false, Set.of(), Optional.empty());

    public Oversight {
        overriders = Set.copyOf(overriders);
        boolean human = overriders.contains(Overrider.HUMAN);
        if (human && !reviewed) {
            throw new IllegalArgumentException("a person who overrides has reviewed");
        }
        if (sense.isPresent() && !human) {
            throw new IllegalArgumentException("only a person's override has a sense");
        }
    }

    public static Oversight overridden(OverrideSense sense) {
        return new Oversight(true, false, Set.of(Overrider.HUMAN), Optional.of(sense));
    }

    public boolean overriddenByHuman() {
        return overriders.contains(Overrider.HUMAN);
    }
}
