package io.praetor.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in our words what CEL's parser and checker found, with what was probably meant. */
final class ConditionMessages {
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("undeclared reference to '(.*)' \\(in container '.*'\\)");
    private static final Pattern WRONG_OPERANDS =
            Pattern.compile("found no matching overload for '(.*)' applied to '(.*?)'.*");
    private static final Pattern WRONG_RESULT =
            Pattern.compile("expected type 'bool' but found '(.*)'");
    private static final Pattern EXPECTED_TOKENS = Pattern.compile(" expecting .*");

    private final String text;
    private final CelAbstractSyntaxTree tree;

    private ConditionMessages(String text, CelAbstractSyntaxTree tree) {
        this.text = text;
        this.tree = tree;
    }

    static List<ConditionProblem> ofSyntax(String text, CelValidationResult result) {
        return result.getErrors().stream()
                .map(
                        issue ->
                                plain(
                                        offset(text, result.getSource(), issue),
                                        "no CEL expression: "
                                                + EXPECTED_TOKENS
                                                        .matcher(issue.getMessage())
                                                        .replaceFirst("")
                                                        .replace('\'', '`')))
                .toList();
    }

    static List<ConditionProblem> ofTypes(
            String text, CelAbstractSyntaxTree tree, CelValidationResult result) {
        ConditionMessages messages = new ConditionMessages(text, tree);
        return result.getErrors().stream().map(messages::translated).toList();
    }

    /** Where a node stands in the text, in chars. */
    static int offset(String text, CelSource source, long id) {
        int codePoints = source.getPositionsMap().getOrDefault(id, 0);
        return text.offsetByCodePoints(
                0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private static int offset(String text, CelSource source, CelIssue issue) {
        int codePoints = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
        return text.offsetByCodePoints(
                0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private ConditionProblem translated(CelIssue issue) {
        int offset = offset(text, tree.getSource(), issue);
        Matcher field = UNKNOWN_FIELD.matcher(issue.getMessage());
        if (field.matches()) {
            return new ConditionProblem(
                    offset,
                    "unknown field `" + field.group(1) + "`",
                    Spelling.closest(field.group(1), siblings(issue.getExprId())));
        }
        Matcher name = UNKNOWN_NAME.matcher(issue.getMessage());
        if (name.matches()) {
            return unknownName(offset, issue.getExprId(), name.group(1));
        }
        Matcher operands = WRONG_OPERANDS.matcher(issue.getMessage());
        if (operands.matches()) {
            return plain(offset, wrongOperands(operands.group(1), operands.group(2)));
        }
        Matcher result = WRONG_RESULT.matcher(issue.getMessage());
        return plain(
                offset,
                result.matches()
                        ? "a condition gives bool, not " + result.group(1)
                        : issue.getMessage().replace('\'', '`'));
    }

    private ConditionProblem unknownName(int offset, long id, String name) {
        boolean isCall =
                node(id).map(found -> found.getKind()).stream()
                        .anyMatch(kind -> kind == CelExpr.ExprKind.Kind.CALL);
        if (!isCall) {
            Collection<String> variables = SituationTypes.VARIABLES.keySet();
            return new ConditionProblem(
                    offset, "unknown variable `" + name + "`", Spelling.closest(name, variables));
        }
        String written = operator(name);
        return new ConditionProblem(
                offset,
                "`" + written + "` is not part of the language of conditions",
                Spelling.closest(written, ConditionLanguage.functionNames()));
    }

    private static String wrongOperands(String function, String operands) {
        boolean mixed = operands.contains("int") && operands.contains("double");
        return "`"
                + operator(function)
                + "` does not take "
                + operands
                + (mixed ? "; write a whole number as `5.0`" : "");
    }

    /** {@code _>_} is how CEL calls the operator that people write as {@code >}. */
    private static String operator(String function) {
        return switch (function) {
            case "_[_]" -> "[]";
            case "_?_:_" -> "?:";
            case "@in" -> "in";
            default ->
                    function.replace("_", "").isEmpty() || !function.contains("_")
                            ? function
                            : function.matches("[a-z_]+") ? function : function.replace("_", "");
        };
    }

    /** The fields that could stand in the place of an unknown one. */
    private Collection<String> siblings(long id) {
        Optional<CelType> owner =
                node(id).filter(found -> found.getKind() == CelExpr.ExprKind.Kind.SELECT)
                        .flatMap(found -> ConditionInputs.path(found.select().operand(), Map.of()))
                        .flatMap(ConditionMessages::typeAt);
        return owner.map(CelType::name)
                .map(SituationTypes::fieldsOf)
                .map(fields -> (Collection<String>) fields.keySet())
                .orElseGet(ConditionMessages::everyField);
    }

    private static Set<String> everyField() {
        return SituationTypes.names().stream()
                .flatMap(type -> SituationTypes.fieldsOf(type).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Optional<CelType> typeAt(String path) {
        String[] steps = path.split("\\.", -1);
        Optional<CelType> type = Optional.ofNullable(SituationTypes.VARIABLES.get(steps[0]));
        for (int i = 1; i < steps.length; i++) {
            String step = steps[i];
            type =
                    type.map(CelType::name)
                            .map(SituationTypes::fieldsOf)
                            .map(fields -> fields.get(step))
                            .map(SituationTypes.Field::type);
        }
        return type;
    }

    private Optional<CelExpr> node(long id) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.id() == id)
                .map(CelNavigableExpr::expr)
                .findFirst();
    }

    private static ConditionProblem plain(int offset, String message) {
        return new ConditionProblem(offset, message, Optional.empty());
    }
}
