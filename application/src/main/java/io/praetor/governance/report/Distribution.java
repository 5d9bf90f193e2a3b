package io.praetor.governance.report;

import io.praetor.policy.Effect;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How decisions came out, beside what the deployment checklist expects.
 *
 * @param shares in [0, 1], of every effect; empty where nothing was decided
 */
public record Distribution(Map<Effect, Double> shares) {
    /** From here on a shift is to be looked at: the deployment checklist's twenty per cent. */
    public static final double SHIFT_MAX = .20;

    public Distribution {
        shares = Map.copyOf(shares);
    }

    /**
     * The checklist's range of an effect.
     *
     * @param low share, as is {@code high}
     */
    public record Range(double low, double high) {
        public boolean holds(double share) {
            return share >= low && share <= high;
        }
    }

    static Distribution of(Map<String, Long> counts) {
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<Effect, Double> shares = new EnumMap<>(Effect.class);
        if (all > 0) {
            for (Effect effect : Effect.values()) {
                shares.put(effect, counts.getOrDefault(effect.label(), 0L) / all);
            }
        }
        return new Distribution(shares);
    }

    /** The checklist knows no second factor, so that this has whatever the others leave. */
    public static Range expected(Effect effect) {
        return switch (effect) {
            case ALLOW -> new Range(.60, .70);
            case DENY -> new Range(.10, .15);
            case REQUIRE_ATTESTATION -> new Range(.15, .25);
            case REQUIRE_MFA -> new Range(0, .15);
        };
    }

    /** Half the sum of all differences, in [0, 1]; empty where one side has no decisions. */
    public OptionalDouble shiftFrom(Distribution before) {
        if (shares.isEmpty() || before.shares().isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Effect effect : Effect.values()) {
            sum +=
                    Math.abs(
                            shares.getOrDefault(effect, 0.0)
                                    - before.shares().getOrDefault(effect, 0.0));
        }
        return OptionalDouble.of(sum / 2);
    }
}
