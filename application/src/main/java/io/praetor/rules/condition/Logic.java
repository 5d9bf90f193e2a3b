package io.praetor.rules.condition;

import org.jspecify.annotations.Nullable;

/** The operators that can do without one of their operands (CEL, "Logical Operators"). */
final class Logic {
    private static final Truth.Failure NO_BOOL = Truth.Failure.because("an operand is no bool");

    private Logic() {}

    /** False as soon as either is false, whatever became of the other. */
    static Node and(Node left, Node right) {
        return facts -> decisive(left, right, false, facts);
    }

    /** True as soon as either is true, whatever became of the other. */
    static Node or(Node left, Node right) {
        return facts -> decisive(left, right, true, facts);
    }

    private static Object decisive(Node left, Node right, boolean decisive, Facts facts) {
        Object first = bool(left.value(facts));
        if (first instanceof Boolean value && value == decisive) {
            return decisive;
        }
        Object second = bool(right.value(facts));
        if (second instanceof Boolean value && value == decisive) {
            return decisive;
        }
        return first instanceof Truth.Failure ? first : second;
    }

    static Node not(Node operand) {
        return facts -> {
            Object value = bool(operand.value(facts));
            return value instanceof Boolean holds ? (Object) !holds : value;
        };
    }

    static Node choice(Node condition, Node then, Node otherwise) {
        return facts -> {
            Object chosen = bool(condition.value(facts));
            if (chosen instanceof Boolean value) {
                return value ? then.value(facts) : otherwise.value(facts);
            }
            return chosen;
        };
    }

    /** The value itself when it is a Boolean or a Failure; a Failure for anything else. */
    static Object bool(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Truth.Failure ? value : NO_BOOL;
    }
}
