package io.praetor.policy.reading;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionInputs;
import io.praetor.policy.ConditionProblem;
import io.praetor.policy.Spelling;
import io.praetor.policy.document.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks the names of the policy that a condition uses: counters it reads, and the actions,
 * families and roles it compares with. A misspelt one would never hold.
 */
final class ConditionNames {
    private static final String COUNTERS = "context.counters.";
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_", "@in");

    private final Vocabulary vocabulary;
    private final Collection<String> counters;

    ConditionNames(Vocabulary vocabulary, Collection<String> counters) {
        this.vocabulary = vocabulary;
        this.counters = counters;
    }

    List<ConditionProblem> check(Condition condition) {
        List<ConditionProblem> problems = new ArrayList<>();
        counters(condition, problems);
        CelNavigableAst.fromAst(condition.ast())
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
                .map(CelExpr::call)
                .filter(call -> EQUALITY.contains(call.function()))
                .forEach(call -> comparison(condition, call, problems));
        return problems;
    }

    private void counters(Condition condition, List<ConditionProblem> problems) {
        for (String input : condition.inputs()) {
            String name = input.startsWith(COUNTERS) ? input.substring(COUNTERS.length()) : "";
            if (!name.isEmpty() && !counters.contains(name)) {
                int offset = Math.max(0, condition.source().indexOf(name));
                problems.add(problem(offset, "counter", name, counters));
            }
        }
    }

    private void comparison(
            Condition condition, CelExpr.CelCall call, List<ConditionProblem> problems) {
        CelExpr left = call.args().getFirst();
        CelExpr right = call.args().getLast();
        ConditionInputs.path(left, Map.of())
                .ifPresent(path -> words(condition, path, right, problems));
        ConditionInputs.path(right, Map.of())
                .ifPresent(path -> words(condition, path, left, problems));
    }

    private void words(
            Condition condition, String path, CelExpr other, List<ConditionProblem> problems) {
        String what =
                switch (path) {
                    case "action.type" -> "action";
                    case "action.family" -> "family";
                    case "actor.role" -> "role";
                    default -> "";
                };
        if (!what.isEmpty()) {
            texts(other).forEach(word -> word(condition.ast(), what, word, problems));
        }
    }

    private void word(
            CelAbstractSyntaxTree tree,
            String what,
            CelExpr word,
            List<ConditionProblem> problems) {
        String name = word.constant().stringValue();
        Optional<Collection<String>> known =
                switch (what) {
                    case "action" -> Optional.of(vocabulary.actionTypes());
                    case "family" -> Optional.of(vocabulary.familyNames());
                    default -> vocabulary.rolesMentioning(name);
                };
        known.filter(names -> !names.contains(name))
                .ifPresent(names -> problems.add(problem(offset(tree, word), what, name, names)));
    }

    private static ConditionProblem problem(
            int offset, String what, String name, Collection<String> known) {
        return new ConditionProblem(
                offset,
                "unknown " + what + " " + Problems.quoted(name),
                Spelling.closest(name, known));
    }

    private static Stream<CelExpr> texts(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.LIST
                ? expression.list().elements().stream().filter(ConditionNames::isText)
                : Stream.of(expression).filter(ConditionNames::isText);
    }

    private static boolean isText(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    /** In chars of the source. */
    private static int offset(CelAbstractSyntaxTree tree, CelExpr at) {
        String text = tree.getSource().getContent().toString();
        int points = tree.getSource().getPositionsMap().getOrDefault(at.id(), 0);
        return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
    }
}
