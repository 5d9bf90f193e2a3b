package io.praetor.rules.condition;

import com.google.re2j.Pattern;
import io.praetor.policy.CelLiterals;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions and operators of conditions, each over compiled operands. */
final class Calls {
    private static final int DAYS_A_WEEK = 7;

    private static final Map<String, IdentityLevel> LEVELS = byLabel(IdentityLevel.class);
    private static final Map<String, RiskLevel> RISKS = byLabel(RiskLevel.class);

    private Calls() {}

    @FunctionalInterface
    private interface Operator {
        @Nullable Object apply(
                @Nullable Object left, @Nullable Object right, Truth.Failure otherwise);
    }

    @FunctionalInterface
    private interface TextTest {
        boolean test(String text, String part);
    }

    /** A call whose operands are all needed; {@code otherwise} where they do not fit. */
    static Node plain(String function, List<Node> operands, Truth.Failure otherwise) {
        Node left = operands.getFirst();
        Node right = operands.getLast();
        return switch (function) {
            case "_&&_" -> Logic.and(left, right);
            case "_||_" -> Logic.or(left, right);
            case "!_" -> Logic.not(left);
            case "_?_:_" -> Logic.choice(left, operands.get(1), right);
            case "size" -> unary(left, value -> Values.size(value, otherwise));
            case "-_" -> unary(left, value -> Values.negated(value, otherwise));
            case "contains" -> text(left, right, String::contains, otherwise);
            case "startsWith" -> text(left, right, String::startsWith, otherwise);
            case "endsWith" -> text(left, right, String::endsWith, otherwise);
            default -> binary(left, right, operator(function), otherwise);
        };
    }

    private static Operator operator(String function) {
        return switch (function) {
            case "_==_" -> (left, right, _) -> Values.equal(left, right);
            case "_!=_" -> (left, right, _) -> !Values.equal(left, right);
            case "_<_" -> Order.LESS::of;
            case "_<=_" -> Order.LESS_EQUALS::of;
            case "_>_" -> Order.GREATER::of;
            case "_>=_" -> Order.GREATER_EQUALS::of;
            case "@in" -> Values::in;
            case "_[_]" -> Values::at;
            case "_+_" -> Values::plus;
            case "_-_" -> Values::minus;
            case "_*_" -> Values::times;
            default -> throw new IllegalStateException("nobody compiles " + function);
        };
    }

    static Node matches(Node operand, Pattern pattern, Truth.Failure otherwise) {
        return unary(
                operand,
                value -> value instanceof String text ? pattern.matcher(text).find() : otherwise);
    }

    static Node levelAtLeast(Node operand, String least, Truth.Failure otherwise) {
        return atLeast(operand, LEVELS, least, otherwise);
    }

    static Node riskAtLeast(Node operand, String least, Truth.Failure otherwise) {
        return atLeast(operand, RISKS, least, otherwise);
    }

    private static <E extends Enum<E>> Node atLeast(
            Node operand, Map<String, E> ranks, String least, Truth.Failure otherwise) {
        E threshold = ranks.get(least);
        if (threshold == null) {
            throw new IllegalStateException("unknown rank " + least);
        }
        return unary(
                operand,
                value -> {
                    E rank = value instanceof String text ? ranks.get(text) : null;
                    return rank == null ? otherwise : (Object) (rank.compareTo(threshold) >= 0);
                });
    }

    /** A part of the local time; days of the week count from 0, a Sunday. */
    static Node clock(String function, Node operand, String zone, Truth.Failure otherwise) {
        ZoneId id = ZoneId.of(zone);
        ToLongFunction<ZonedDateTime> part =
                switch (function) {
                    case "getHours" -> ZonedDateTime::getHour;
                    case "getMinutes" -> ZonedDateTime::getMinute;
                    default -> local -> local.getDayOfWeek().getValue() % DAYS_A_WEEK;
                };
        return unary(
                operand,
                value ->
                        value instanceof Instant instant
                                ? (Object) part.applyAsLong(instant.atZone(id))
                                : otherwise);
    }

    static Object literal(String function, String text) {
        return CelLiterals.read(function, text)
                .orElseThrow(() -> new IllegalStateException("no " + function + ": " + text));
    }

    private static Node unary(Node operand, Function<@Nullable Object, @Nullable Object> apply) {
        return facts -> {
            Object value = operand.value(facts);
            return value instanceof Truth.Failure ? value : apply.apply(value);
        };
    }

    private static Node text(Node left, Node right, TextTest test, Truth.Failure otherwise) {
        Operator operator =
                (text, part, failure) ->
                        text instanceof String a && part instanceof String b
                                ? (Object) test.test(a, b)
                                : failure;
        return binary(left, right, operator, otherwise);
    }

    private static Node binary(Node left, Node right, Operator apply, Truth.Failure otherwise) {
        return facts -> {
            Object first = left.value(facts);
            if (first instanceof Truth.Failure) {
                return first;
            }
            Object second = right.value(facts);
            return second instanceof Truth.Failure ? second : apply.apply(first, second, otherwise);
        };
    }

    private static <E extends Enum<E>> Map<String, E> byLabel(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Labels::of, constant -> constant));
    }
}
