package io.praetor.rules.condition;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.praetor.policy.ConditionInputs;
import io.praetor.policy.ConditionLanguage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a checked expression, node by node, into closures.
 *
 * <p>It knows exactly what {@link ConditionLanguage} declares; anything else would be a bug of the
 * parser and is an IllegalStateException, never another reading of the expression.
 */
final class ConditionCompiler {
    private final CelAbstractSyntaxTree tree;
    private final Map<String, String> paths = new HashMap<>();
    private final List<String> loops = new ArrayList<>();

    ConditionCompiler(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    Node compile() {
        return compile(tree.getExpr());
    }

    Node compile(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(value(expression.constant()));
            case IDENT -> variable(expression.ident().name());
            case SELECT -> select(expression);
            case CALL -> call(expression, expression.call());
            case LIST -> list(expression.list().elements());
            case COMPREHENSION -> loop(expression.comprehension());
            case NOT_SET, STRUCT, MAP -> throw unknown(expression.getKind().name());
        };
    }

    private static Node constant(@Nullable Object value) {
        return _ -> value;
    }

    static @Nullable Object value(CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> null;
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            case NOT_SET, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                    throw unknown(constant.getKind().name());
        };
    }

    private Node variable(String name) {
        int depth = loops.indexOf(name);
        if (depth >= 0) {
            return facts -> facts.element(depth);
        }
        return switch (name) {
            case "actor", "action", "context" -> facts -> facts;
            case "resource" -> facts -> facts.situation().resource();
            case "at" -> facts -> facts.situation().at();
            case "prose" -> Facts::prose;
            default -> throw unknown(name);
        };
    }

    private Node select(CelExpr expression) {
        CelExpr.CelSelect select = expression.select();
        Node operand = compile(select.operand());
        CelType type = tree.getTypeOrThrow(select.operand().id());
        Truth.Failure missing = Truth.Failure.missing(name(expression));
        if (type.kind() == CelKind.STRUCT) {
            Fields.Reader reader = Fields.of(type.name(), select.field());
            return select.testOnly() ? present(operand, reader) : field(operand, reader, missing);
        }
        return select.testOnly()
                ? keyPresent(operand, select.field(), missing)
                : key(operand, select.field(), missing);
    }

    private static Node field(Node operand, Fields.Reader reader, Truth.Failure missing) {
        return facts -> {
            Object owner = operand.value(facts);
            if (owner == null || owner instanceof Truth.Failure) {
                return owner;
            }
            Object value = reader.read(owner);
            return value == null ? missing : value;
        };
    }

    private static Node present(Node operand, Fields.Reader reader) {
        return facts -> {
            Object owner = operand.value(facts);
            return owner == null || owner instanceof Truth.Failure
                    ? owner
                    : (Object) (reader.read(owner) != null);
        };
    }

    private static Node key(Node operand, String key, Truth.Failure missing) {
        return facts -> {
            Object owner = operand.value(facts);
            if (!(owner instanceof Map<?, ?> map)) {
                return owner instanceof Truth.Failure ? owner : missing;
            }
            Object value = map.get(key);
            return value == null && !map.containsKey(key) ? missing : value;
        };
    }

    private static Node keyPresent(Node operand, String key, Truth.Failure missing) {
        return facts -> {
            Object owner = operand.value(facts);
            if (owner instanceof Map<?, ?> map) {
                return map.containsKey(key);
            }
            return owner instanceof Truth.Failure ? owner : missing;
        };
    }

    private Node list(List<CelExpr> elements) {
        List<Node> nodes = elements.stream().map(this::compile).toList();
        if (elements.stream().allMatch(it -> it.getKind() == CelExpr.ExprKind.Kind.CONSTANT)) {
            List<@Nullable Object> values = new ArrayList<>();
            elements.forEach(element -> values.add(value(element.constant())));
            return constant(Collections.unmodifiableList(values));
        }
        return facts -> {
            List<@Nullable Object> values = new ArrayList<>(nodes.size());
            for (Node node : nodes) {
                Object value = node.value(facts);
                if (value instanceof Truth.Failure) {
                    return value;
                }
                values.add(value);
            }
            return Collections.unmodifiableList(values);
        };
    }

    /** Which macro it was shows in what it starts from and how it goes on. */
    private Node loop(CelExpr.CelComprehension loop) {
        Loops of =
                new Loops(
                        loops.size(),
                        compile(loop.iterRange()),
                        Truth.Failure.because("a loop runs over no list"));
        ConditionInputs.path(loop.iterRange(), paths)
                .ifPresent(path -> paths.put(loop.iterVar(), path));
        loops.add(loop.iterVar());
        Node node = loop(of, loop.accuInit(), loop.loopStep().call());
        loops.removeLast();
        paths.remove(loop.iterVar());
        return node;
    }

    private Node loop(Loops of, CelExpr start, CelExpr.CelCall step) {
        if (start.getKind() == CelExpr.ExprKind.Kind.LIST) {
            boolean all = !step.function().equals("_?_:_");
            CelExpr.CelCall append = all ? step : step.args().get(1).call();
            CelExpr kept = append.args().getLast().list().elements().getFirst();
            Node predicate = all ? constant(true) : compile(step.args().getFirst());
            return of.collected(predicate, compile(kept));
        }
        return switch (start.constant().getKind()) {
            case BOOLEAN_VALUE ->
                    of.quantified(!start.constant().booleanValue(), compile(step.args().getLast()));
            case INT64_VALUE -> of.exactlyOne(compile(step.args().getFirst()));
            case NOT_SET,
                    NULL_VALUE,
                    UINT64_VALUE,
                    DOUBLE_VALUE,
                    STRING_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE ->
                    throw unknown("loop");
        };
    }

    private Node call(CelExpr expression, CelExpr.CelCall call) {
        List<CelExpr> operands = new ArrayList<>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        Truth.Failure otherwise = otherwise(expression, call.function());
        return switch (call.function()) {
            case "matches" ->
                    Calls.matches(compile(operands.getFirst()), pattern(operands), otherwise);
            case "duration", "timestamp" ->
                    constant(Calls.literal(call.function(), text(operands.getFirst())));
            case ConditionLanguage.LEVEL_AT_LEAST ->
                    Calls.levelAtLeast(
                            compile(operands.getFirst()), text(operands.getLast()), otherwise);
            case ConditionLanguage.RISK_AT_LEAST ->
                    Calls.riskAtLeast(
                            compile(operands.getFirst()), text(operands.getLast()), otherwise);
            case "getHours", "getMinutes", "getDayOfWeek" ->
                    Calls.clock(
                            call.function(),
                            compile(operands.getFirst()),
                            operands.size() > 1 ? text(operands.get(1)) : "UTC",
                            otherwise);
            default ->
                    Calls.plain(
                            call.function(),
                            operands.stream().map(this::compile).toList(),
                            otherwise);
        };
    }

    private Truth.Failure otherwise(CelExpr expression, String function) {
        return function.equals("_[_]")
                ? Truth.Failure.missing(name(expression))
                : Truth.Failure.because("`" + function + "` cannot take what it was given");
    }

    private String name(CelExpr expression) {
        return ConditionInputs.path(expression, paths)
                .orElseGet(
                        () ->
                                expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                                        ? expression.select().field()
                                        : "an element");
    }

    private static Pattern pattern(List<CelExpr> operands) {
        return Pattern.compile(text(operands.getLast()));
    }

    private static String text(CelExpr literal) {
        return literal.constant().stringValue();
    }

    private static IllegalStateException unknown(String what) {
        return new IllegalStateException("the parser let through what nobody compiles: " + what);
    }
}
