package io.praetor.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the text of a condition into a checked one.
 *
 * <p>What it accepts is what {@link ConditionLanguage} lists, typed by {@link SituationTypes};
 * everything else is refused with its place, so that nothing is ever interpreted differently from
 * CEL. Thread-safe.
 */
public final class ConditionParser {
    private final CelCompiler compiler = ConditionLanguage.compiler();

    /**
     * @param position where the expression starts in its policy file
     */
    public ConditionReading parse(String text, SourcePosition position) {
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            return rejected(ConditionMessages.ofSyntax(text, parsed));
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            CelValidationResult checked = compiler.check(tree);
            if (checked.hasError()) {
                return rejected(ConditionMessages.ofTypes(text, tree, checked));
            }
            return lint(text, checked.getAst(), position);
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("no error and no syntax tree", impossible);
        }
    }

    private static ConditionReading lint(
            String text, CelAbstractSyntaxTree tree, SourcePosition position) {
        List<ConditionProblem> problems = new ConditionLint(text, tree).problems();
        return problems.isEmpty()
                ? new ConditionReading.Accepted(
                        new Condition(text, tree, ConditionInputs.of(tree), position))
                : rejected(problems);
    }

    private static ConditionReading rejected(List<ConditionProblem> problems) {
        return new ConditionReading.Rejected(
                problems.stream()
                        .sorted(Comparator.comparingInt(ConditionProblem::offset))
                        .toList());
    }
}
