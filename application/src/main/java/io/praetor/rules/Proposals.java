package io.praetor.rules;

import dev.cel.common.ast.CelExpr;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionInputs;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.InputValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects values for the inputs that one condition reads, each with what the input is now. */
final class Proposals {
    /** More of a text than this is not shown. */
    private static final int SHOWN_CHARS_MAX = 60;

    private static final String HISTORY = "context.history";

    private final Condition condition;
    private final Facts facts;

    /** The list that each loop variable runs over. */
    private final Map<String, String> elements = new HashMap<>();

    private final List<Proposal> collected = new ArrayList<>();

    /**
     * @param value null for absence
     * @param size as {@link Change} counts it
     */
    record Proposal(String input, @Nullable Object value, String wanted, String is, double size) {}

    Proposals(Condition condition, Facts facts) {
        this.condition = condition;
        this.facts = facts;
    }

    List<Proposal> collected() {
        return collected;
    }

    void enter(String loopVariable, String list) {
        elements.put(loopVariable, list);
    }

    void leave(String loopVariable) {
        elements.remove(loopVariable);
    }

    /** The dotted name of the input that an expression reads; empty where it is computed. */
    Optional<String> input(CelExpr expression) {
        return ConditionInputs.path(expression, elements);
    }

    /** What an input comes to now; nothing inside a loop, where it has many values. */
    Optional<Object> now(CelExpr expression) {
        return input(expression).isEmpty() || isElement(expression)
                ? Optional.empty()
                : InputValue.of(condition, readable(expression), facts);
    }

    /** An element of the history is added to it; other elements are left alone. */
    void propose(CelExpr expression, @Nullable Object value, String wanted, double size) {
        Optional<String> input = input(expression);
        if (input.isEmpty()) {
            return;
        }
        if (input.get().equals(HISTORY) && value instanceof String entry) {
            List<String> longer = new ArrayList<>(facts.situation().context().history());
            longer.add(entry);
            String is = longer.size() == 1 ? "empty" : "without one";
            collected.add(new Proposal(HISTORY, longer, "with an entry " + wanted, is, size));
        } else if (!isElement(expression)) {
            String is = now(expression).map(Proposals::shown).orElse("absent");
            collected.add(new Proposal(input.get(), value, wanted, is, size));
        }
    }

    private boolean isElement(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> elements.containsKey(expression.ident().name());
            case SELECT -> isElement(expression.select().operand());
            case CALL -> expression.call().args().stream().anyMatch(this::isElement);
            case NOT_SET, CONSTANT, LIST, STRUCT, MAP, COMPREHENSION -> false;
        };
    }

    /** What {@code has(x)} asks about is x. */
    private static CelExpr readable(CelExpr expression) {
        boolean isTest =
                expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                        && expression.select().testOnly();
        return isTest
                ? CelExpr.ofSelect(
                        expression.id(),
                        expression.select().operand(),
                        expression.select().field(),
                        false)
                : expression;
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double number -> Figures.amount(number);
            case Boolean bool -> bool.toString();
            case String text -> "`" + shortened(text) + "`";
            case List<?> list -> list.isEmpty() ? "empty" : list.size() + " entries";
            default -> "otherwise";
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
    }
}
