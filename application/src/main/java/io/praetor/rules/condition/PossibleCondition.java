package io.praetor.rules.condition;

import dev.cel.common.ast.CelExpr;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionInputs;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether a condition could hold if prose told what its inputs do not: three-valued, where every
 * part that reads circumstances is unknown and the rest is what it is. Thread-safe.
 */
public final class PossibleCondition {
    /** What prose can tell of, and so stands in for. */
    private static final List<String> TOLD =
            List.of(
                    "prose",
                    "context.history",
                    "context.incident",
                    "context.approval_pending",
                    "context.intent",
                    "context.norms",
                    "context.signals",
                    "context.counters",
                    "action.description",
                    "action.parameters",
                    "resource.id",
                    "resource.name",
                    "resource.scheme",
                    "resource.properties");

    private static final Set<String> CONNECTIVES = Set.of("_&&_", "_||_", "!_");

    private final Part root;

    private PossibleCondition(Part root) {
        this.root = root;
    }

    public static PossibleCondition of(Condition condition) {
        return new PossibleCondition(
                part(condition.ast().getExpr(), new ConditionCompiler(condition.ast())));
    }

    /** False only where no prose could make the condition hold. */
    public boolean mayHold(Facts facts) {
        return root.value(facts) != Value.FALSE;
    }

    private enum Value {
        TRUE,
        FALSE,
        UNKNOWN
    }

    private interface Part {
        Value value(Facts facts);
    }

    private static Part part(CelExpr expression, ConditionCompiler compiler) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && CONNECTIVES.contains(expression.call().function())) {
            List<Part> parts =
                    expression.call().args().stream().map(it -> part(it, compiler)).toList();
            return switch (expression.call().function()) {
                case "_&&_" -> facts -> joined(parts, facts, Value.FALSE);
                case "_||_" -> facts -> joined(parts, facts, Value.TRUE);
                default -> facts -> opposite(parts.getFirst().value(facts));
            };
        }
        if (isTold(expression)) {
            return _ -> Value.UNKNOWN;
        }
        Node node = compiler.compile(expression);
        return facts ->
                node.value(facts) instanceof Boolean known
                        ? (known ? Value.TRUE : Value.FALSE)
                        : Value.UNKNOWN;
    }

    /** {@code settling} where one part is so, unknown where one is unknown, else the opposite. */
    private static Value joined(List<Part> parts, Facts facts, Value settling) {
        Value joined = opposite(settling);
        for (Part part : parts) {
            Value value = part.value(facts);
            if (value == settling) {
                return settling;
            }
            joined = value == Value.UNKNOWN ? Value.UNKNOWN : joined;
        }
        return joined;
    }

    private static Value opposite(Value value) {
        return switch (value) {
            case TRUE -> Value.FALSE;
            case FALSE -> Value.TRUE;
            case UNKNOWN -> Value.UNKNOWN;
        };
    }

    private static boolean isTold(CelExpr expression) {
        boolean isNamed =
                ConditionInputs.path(expression, new HashMap<>())
                        .filter(
                                path ->
                                        TOLD.stream()
                                                .anyMatch(
                                                        it ->
                                                                path.equals(it)
                                                                        || path.startsWith(
                                                                                it + ".")))
                        .isPresent();
        if (isNamed) {
            return true;
        }
        return switch (expression.getKind()) {
            case SELECT -> isTold(expression.select().operand());
            case CALL ->
                    expression.call().target().filter(PossibleCondition::isTold).isPresent()
                            || expression.call().args().stream()
                                    .anyMatch(PossibleCondition::isTold);
            case LIST -> expression.list().elements().stream().anyMatch(PossibleCondition::isTold);
            case COMPREHENSION ->
                    isTold(expression.comprehension().iterRange())
                            || isTold(expression.comprehension().loopStep());
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> false;
        };
    }
}
