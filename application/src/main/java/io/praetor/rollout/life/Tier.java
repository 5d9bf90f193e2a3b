package io.praetor.rollout.life;

import java.time.Duration;
import java.util.Optional;

/**
 * What a live version may decide, widening (seed 002, gradual rollout). Administrative actions
 * belong to none: there it advises and a person decides.
 *
 * <p>The third tier has two steps, deploys outside production and then all of them, because the
 * step into production needs a person's approval like any other.
 */
public enum Tier {
    READ(1, Duration.ofDays(3), .05),
    WRITE_AND_COMMIT(2, Duration.ofDays(3), .10),
    DEPLOY_OUTSIDE_PRODUCTION(3, Duration.ofDays(7), .10),
    DEPLOY(3, Duration.ofDays(7), .10),
    EVERYTHING(4, Duration.ZERO, .10);

    private final int number;
    private final Duration soakMin;
    private final double overridesMax;

    Tier(int number, Duration soakMin, double overridesMax) {
        this.number = number;
        this.soakMin = soakMin;
        this.overridesMax = overridesMax;
    }

    /** 1 to 4, as the design and its pages count. */
    public int number() {
        return number;
    }

    /** The least time in this tier before the next; the shorter end of seed 002's ranges. */
    public Duration soakMin() {
        return soakMin;
    }

    /** The share of overrides that the next tier is refused above: seed 002, phases 1 and 2. */
    public double overridesMax() {
        return overridesMax;
    }

    public Optional<Tier> next() {
        return switch (this) {
            case READ -> Optional.of(WRITE_AND_COMMIT);
            case WRITE_AND_COMMIT -> Optional.of(DEPLOY_OUTSIDE_PRODUCTION);
            case DEPLOY_OUTSIDE_PRODUCTION -> Optional.of(DEPLOY);
            case DEPLOY -> Optional.of(EVERYTHING);
            case EVERYTHING -> Optional.empty();
        };
    }
}
