package io.praetor.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the inputs that an expression reads, down to the last literal key: {@code actor.role},
 * {@code action.parameters.force}. An element goes by the name of the list it is in.
 */
public final class ConditionInputs {
    private final Set<String> inputs = new TreeSet<>();
    private final Map<String, String> elements = new HashMap<>();

    private ConditionInputs() {}

    static Set<String> of(CelAbstractSyntaxTree tree) {
        ConditionInputs reader = new ConditionInputs();
        reader.visit(tree.getExpr());
        return reader.inputs;
    }

    /**
     * The dotted name that {@code expression} reads; empty where it is computed.
     *
     * @param elements the name of the list that each loop variable runs over
     */
    public static Optional<String> path(CelExpr expression, Map<String, String> elements) {
        ConditionInputs reader = new ConditionInputs();
        reader.elements.putAll(elements);
        return reader.pathOf(expression);
    }

    private Optional<String> pathOf(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> rootOf(expression.ident().name());
            case SELECT ->
                    pathOf(expression.select().operand())
                            .map(operand -> operand + "." + expression.select().field());
            case CALL -> indexed(expression.call());
            case NOT_SET, CONSTANT, LIST, STRUCT, MAP, COMPREHENSION -> Optional.empty();
        };
    }

    private Optional<String> rootOf(String name) {
        return SituationTypes.VARIABLES.containsKey(name)
                ? Optional.of(name)
                : Optional.ofNullable(elements.get(name));
    }

    private Optional<String> indexed(CelExpr.CelCall call) {
        if (!call.function().equals("_[_]")) {
            return Optional.empty();
        }
        Optional<String> operand = pathOf(call.args().getFirst());
        CelExpr key = call.args().getLast();
        boolean literal =
                key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return literal ? operand.map(path -> path + "." + key.constant().stringValue()) : operand;
    }

    private void visit(CelExpr expression) {
        Optional<String> path = pathOf(expression);
        path.ifPresent(inputs::add);
        switch (expression.getKind()) {
            case SELECT -> {
                if (path.isEmpty()) {
                    visit(expression.select().operand());
                }
            }
            case CALL -> visitCall(expression.call(), path.isPresent());
            case LIST -> expression.list().elements().forEach(this::visit);
            case COMPREHENSION -> visitLoop(expression.comprehension());
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    private void visitCall(CelExpr.CelCall call, boolean isPath) {
        call.target().ifPresent(this::visit);
        if (isPath) {
            visit(call.args().getLast());
        } else {
            call.args().forEach(this::visit);
        }
    }

    private void visitLoop(CelExpr.CelComprehension loop) {
        visit(loop.iterRange());
        pathOf(loop.iterRange()).ifPresent(range -> elements.put(loop.iterVar(), range));
        visit(loop.accuInit());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
        elements.remove(loop.iterVar());
    }
}
