package io.praetor.rules.condition;

import io.praetor.policy.CelLiterals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality, membership, indexing and arithmetic on values, as CEL defines them. */
final class Values {
    private static final Truth.Failure NO_CONTAINER =
            Truth.Failure.because("`[]` is applied to neither a list nor a map");

    private Values() {}

    /** The same value is equal to itself even if it is a NaN: so says the oracle. */
    @SuppressWarnings("ReferenceEquality")
    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Order.compare(a, b) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return equalLists(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return equalMaps(a, b);
        }
        return Objects.equals(left, right);
    }

    private static boolean equalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> other = right.iterator();
        for (Object element : left) {
            if (!equal(element, other.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey())
                    || !equal(entry.getValue(), right.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** {@code in}: an element of a list, or a key of a map. */
    static Object in(
            @Nullable Object element, @Nullable Object container, Truth.Failure otherwise) {
        if (container instanceof Map<?, ?> map) {
            return element instanceof String && map.containsKey(element);
        }
        return container instanceof List<?> list ? inList(element, list) : otherwise;
    }

    /** Numbers of either type are the same; whatever holds numbers inside compares by type. */
    private static boolean inList(@Nullable Object element, List<?> list) {
        for (Object member : list) {
            if (Objects.equals(member, element)
                    || (element instanceof Number && equal(member, element))) {
                return true;
            }
        }
        return false;
    }

    /** An element by its place, or a value by its key; {@code missing} where there is none. */
    static @Nullable Object at(
            @Nullable Object container, @Nullable Object key, Truth.Failure missing) {
        if (container instanceof Map<?, ?> map) {
            return key instanceof String && map.containsKey(key) ? map.get(key) : missing;
        }
        if (container instanceof List<?> list && key instanceof Number number) {
            double index = number.doubleValue();
            boolean isWithin = index >= 0 && index < list.size() && index == Math.rint(index);
            return isWithin ? list.get((int) index) : missing;
        }
        return NO_CONTAINER;
    }

    /** Characters are counted as code points. */
    static Object size(@Nullable Object value, Truth.Failure otherwise) {
        return switch (value) {
            case String text -> (long) text.codePointCount(0, text.length());
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case null, default -> otherwise;
        };
    }

    static Object plus(@Nullable Object left, @Nullable Object right, Truth.Failure otherwise) {
        if (left instanceof Double a && right instanceof Double b) {
            return a + b;
        }
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? otherwise : sum;
        }
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            List<@Nullable Object> both = new ArrayList<>(a);
            both.addAll(b);
            return Collections.unmodifiableList(both);
        }
        if (left instanceof Instant a && right instanceof Duration b) {
            return known(a.plus(b), otherwise);
        }
        return otherwise;
    }

    static Object minus(@Nullable Object left, @Nullable Object right, Truth.Failure otherwise) {
        if (left instanceof Double a && right instanceof Double b) {
            return a - b;
        }
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? otherwise : difference;
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return Duration.between(b, a);
        }
        if (left instanceof Instant a && right instanceof Duration b) {
            return known(a.minus(b), otherwise);
        }
        return otherwise;
    }

    static Object times(@Nullable Object left, @Nullable Object right, Truth.Failure otherwise) {
        if (left instanceof Double a && right instanceof Double b) {
            return a * b;
        }
        if (left instanceof Long a && right instanceof Long b) {
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            boolean fits = (high == 0 && low >= 0) || (high == -1 && low < 0);
            return fits ? low : otherwise;
        }
        return otherwise;
    }

    static Object negated(@Nullable Object value, Truth.Failure otherwise) {
        return switch (value) {
            case Double number -> -number;
            case Long number when number != Long.MIN_VALUE -> -number;
            case null, default -> otherwise;
        };
    }

    private static Object known(Instant instant, Truth.Failure otherwise) {
        boolean isKnown =
                !instant.isBefore(CelLiterals.INSTANT_MIN)
                        && !instant.isAfter(CelLiterals.INSTANT_MAX);
        return isKnown ? instant : otherwise;
    }
}
