package io.praetor.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.Set;

/**
 * A CEL expression over the situation, parsed and type-checked; its result is a bool.
 *
 * @param source the expression as written
 * @param inputs the dotted names of situation inputs it reads, such as {@code context.incident}
 * @param position where the expression starts
 */
public record Condition(
        String source, CelAbstractSyntaxTree ast, Set<String> inputs, SourcePosition position) {
    public Condition {
        inputs = Set.copyOf(inputs);
    }
}
