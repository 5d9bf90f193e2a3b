package io.praetor.rules.condition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The four orderings, on every pair of values that CEL can order. */
enum Order {
    LESS {
        @Override
        boolean holds(int comparison) {
            return comparison < 0;
        }

        @Override
        boolean holds(double left, double right) {
            return left < right;
        }
    },
    LESS_EQUALS {
        @Override
        boolean holds(int comparison) {
            return comparison <= 0;
        }

        @Override
        boolean holds(double left, double right) {
            return left <= right;
        }
    },
    GREATER {
        @Override
        boolean holds(int comparison) {
            return comparison > 0;
        }

        @Override
        boolean holds(double left, double right) {
            return left > right;
        }
    },
    GREATER_EQUALS {
        @Override
        boolean holds(int comparison) {
            return comparison >= 0;
        }

        @Override
        boolean holds(double left, double right) {
            return left >= right;
        }
    };

    abstract boolean holds(int comparison);

    /** As IEEE 754 says: nothing is ordered against a NaN. */
    abstract boolean holds(double left, double right);

    /** Whether the ordering holds; {@code otherwise} where the values cannot be ordered. */
    Object of(@Nullable Object left, @Nullable Object right, Truth.Failure otherwise) {
        if (left instanceof Double a && right instanceof Double b) {
            return holds(a.doubleValue(), b.doubleValue());
        }
        if (left instanceof Number a && right instanceof Number b) {
            return holds(compare(a, b));
        }
        if (left instanceof String a && right instanceof String b) {
            return holds(a.compareTo(b));
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return holds(Boolean.compare(a, b));
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return holds(a.compareTo(b));
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return holds(a.compareTo(b));
        }
        return otherwise;
    }

    /** Compares a whole number with a whole or a fractional one, without losing its last digits. */
    static int compare(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        return left instanceof Double a
                ? compareMixed(a, right.longValue())
                : -compareMixed(right.doubleValue(), left.longValue());
    }

    private static int compareMixed(double left, long right) {
        if (left < (double) Long.MIN_VALUE) {
            return -1;
        }
        return left > (double) Long.MAX_VALUE ? 1 : Double.compare(left, (double) right);
    }
}
