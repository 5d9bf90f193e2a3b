package io.praetor.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.RiskLevel;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a well-typed expression what would fail on every situation, never hold, or is outside
 * the language of conditions in a way that types do not show.
 */
final class ConditionLint {
    private static final String NO_PART = " not part of the language of conditions";
    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "-_");
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_", "@in");
    private static final Set<String> ZONED = Set.of("getHours", "getMinutes", "getDayOfWeek");

    private static final Set<CelKind> JSON_KINDS = Set.of(CelKind.DYN);
    private static final Set<CelKind> OWN_KINDS =
            Set.of(CelKind.STRUCT, CelKind.TIMESTAMP, CelKind.DURATION);

    private final String text;
    private final CelAbstractSyntaxTree tree;
    private final List<ConditionProblem> problems = new ArrayList<>();
    private final Set<String> loopVariables = new HashSet<>();

    ConditionLint(String text, CelAbstractSyntaxTree tree) {
        this.text = text;
        this.tree = tree;
    }

    List<ConditionProblem> problems() {
        visit(tree.getExpr());
        return problems;
    }

    private void visit(CelExpr expression) {
        switch (expression.getKind()) {
            case CONSTANT -> constant(expression);
            case SELECT -> visit(expression.select().operand());
            case CALL -> call(expression);
            case LIST -> list(expression.list().elements());
            case COMPREHENSION -> loop(expression);
            case MAP -> problem(expression, "a map literal is" + NO_PART);
            case STRUCT -> problem(expression, "a condition cannot make a message");
            case IDENT, NOT_SET -> {}
        }
    }

    private void list(List<CelExpr> elements) {
        elements.forEach(this::visit);
        joined(elements);
    }

    private void constant(CelExpr expression) {
        switch (expression.constant().getKind()) {
            case UINT64_VALUE -> problem(expression, "an unsigned number is" + NO_PART);
            case BYTES_VALUE -> problem(expression, "a bytes literal is" + NO_PART);
            case DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET ->
                    problem(expression, "this constant is" + NO_PART);
            case NULL_VALUE, BOOLEAN_VALUE, INT64_VALUE, DOUBLE_VALUE, STRING_VALUE -> {}
        }
    }

    private void loop(CelExpr expression) {
        CelExpr.CelComprehension loop = expression.comprehension();
        visit(loop.iterRange());
        String variable = loop.iterVar();
        if (SituationTypes.VARIABLES.containsKey(variable) || loopVariables.contains(variable)) {
            problem(expression, "`" + variable + "` is already the name of a variable");
        }
        if (loopVariables.size() == ConditionLanguage.LOOPS_MAX) {
            problem(expression, "loops may stand in one another " + loopVariables.size() + " deep");
        }
        boolean isFirst = loopVariables.add(variable);
        visit(loop.accuInit());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
        if (isFirst) {
            loopVariables.remove(variable);
        }
    }

    private void call(CelExpr expression) {
        CelExpr.CelCall call = expression.call();
        call.target().ifPresent(this::visit);
        call.args().forEach(this::visit);
        switch (call.function()) {
            case "matches" -> literal(call.args().getLast(), "pattern").ifPresent(this::pattern);
            case "duration", "timestamp" -> instant(call);
            case ConditionLanguage.LEVEL_AT_LEAST ->
                    oneOf(call.args().getLast(), SituationTypes.labels(IdentityLevel.class));
            case ConditionLanguage.RISK_AT_LEAST ->
                    oneOf(call.args().getLast(), SituationTypes.labels(RiskLevel.class));
            case "_?_:_" -> joined(call.args().subList(1, 3));
            default -> operands(expression);
        }
    }

    private void operands(CelExpr expression) {
        CelExpr.CelCall call = expression.call();
        if (ZONED.contains(call.function()) && !call.args().isEmpty()) {
            literal(call.args().getFirst(), "time zone").ifPresent(this::zone);
        }
        if (ARITHMETIC.contains(call.function())) {
            untypedWithWhole(call);
            added(call.args());
        }
        if (EQUALITY.contains(call.function())) {
            call.args().stream().filter(this::isWhole).findFirst().ifPresent(this::notComparable);
            vocabulary(call.args().getFirst(), call.args().getLast());
            vocabulary(call.args().getLast(), call.args().getFirst());
        }
    }

    private void pattern(CelExpr pattern) {
        try {
            var _ = Pattern.compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException wrong) {
            problem(
                    pattern,
                    "no RE2 pattern: " + wrong.getDescription() + ": `" + wrong.getPattern() + "`");
        }
    }

    private void zone(CelExpr zone) {
        String name = zone.constant().stringValue();
        try {
            var _ = ZoneId.of(name);
        } catch (DateTimeException unknown) {
            problem(
                    zone,
                    "unknown time zone `" + name + "`",
                    Spelling.closest(name, ZoneId.getAvailableZoneIds()));
        }
    }

    private void instant(CelExpr.CelCall call) {
        literal(call.args().getFirst(), call.function())
                .filter(
                        given ->
                                CelLiterals.read(call.function(), given.constant().stringValue())
                                        .isEmpty())
                .ifPresent(
                        wrong ->
                                problem(
                                        wrong,
                                        "no "
                                                + call.function()
                                                + ": `"
                                                + wrong.constant().stringValue()
                                                + "`; write "
                                                + CelLiterals.example(call.function())));
    }

    /** Every number in a JSON value is a double, so that adding a whole one always fails. */
    private void untypedWithWhole(CelExpr.CelCall call) {
        boolean untyped = call.args().stream().anyMatch(arg -> kind(arg) == CelKind.DYN);
        call.args().stream()
                .filter(arg -> untyped && kind(arg) == CelKind.INT)
                .forEach(
                        arg -> problem(arg, "a number in a map is a double; write `1.0`, not `1`"));
    }

    /** What loses its type here could no longer be told from a JSON value. */
    private void joined(List<CelExpr> parts) {
        boolean untyped = parts.stream().map(this::type).distinct().count() > 1;
        ownKindAmong(parts, untyped);
    }

    private void added(List<CelExpr> parts) {
        ownKindAmong(parts, parts.stream().anyMatch(part -> holds(type(part), JSON_KINDS)));
    }

    private void ownKindAmong(List<CelExpr> parts, boolean untyped) {
        parts.stream()
                .filter(part -> untyped && holds(type(part), OWN_KINDS))
                .findFirst()
                .ifPresent(part -> problem(part, "this type does not mix with another one"));
    }

    private static boolean holds(CelType type, Set<CelKind> kinds) {
        return kinds.contains(type.kind())
                || type.parameters().stream().anyMatch(part -> holds(part, kinds));
    }

    private CelType type(CelExpr expression) {
        return tree.getTypeOrThrow(expression.id());
    }

    private boolean isWhole(CelExpr side) {
        CelType type = tree.getTypeOrThrow(side.id());
        boolean isList = type.kind() == CelKind.LIST;
        CelType single = isList ? type.parameters().getFirst() : type;
        return single.kind() == CelKind.STRUCT;
    }

    private void notComparable(CelExpr side) {
        String type = tree.getTypeOrThrow(side.id()).name();
        problem(side, "only single fields can be compared, not all of `" + type + "`");
    }

    /** A field with few spellings is never equal to any other text. */
    private void vocabulary(CelExpr field, CelExpr other) {
        if (field.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return;
        }
        CelExpr.CelSelect select = field.select();
        SituationTypes.Field known =
                SituationTypes.fieldsOf(tree.getTypeOrThrow(select.operand().id()).name())
                        .get(select.field());
        if (known == null || known.words().isEmpty()) {
            return;
        }
        List<CelExpr> given =
                other.getKind() == CelExpr.ExprKind.Kind.LIST
                        ? other.list().elements()
                        : List.of(other);
        given.stream().filter(ConditionLint::isText).forEach(word -> oneOf(word, known.words()));
    }

    private void oneOf(CelExpr word, List<String> words) {
        literal(word, "name")
                .map(given -> given.constant().stringValue())
                .filter(given -> !words.contains(given))
                .ifPresent(
                        given ->
                                problem(
                                        word,
                                        "`" + given + "` is none of " + String.join(", ", words),
                                        Spelling.closest(given, words)));
    }

    /** The expression when it is a literal text; otherwise that is a problem. */
    private Optional<CelExpr> literal(CelExpr expression, String what) {
        if (isText(expression)) {
            return Optional.of(expression);
        }
        problem(expression, "the " + what + " has to be a literal text");
        return Optional.empty();
    }

    private static boolean isText(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private CelKind kind(CelExpr expression) {
        return type(expression).kind();
    }

    private void problem(CelExpr at, String message) {
        problem(at, message, Optional.empty());
    }

    private void problem(CelExpr at, String message, Optional<String> suggestion) {
        int offset = ConditionMessages.offset(text, tree.getSource(), at.id());
        problems.add(new ConditionProblem(offset, message, suggestion));
    }
}
