package io.praetor.rules.condition;

import io.praetor.policy.Condition;

/** A condition as closures over the facts of a situation. Thread-safe. */
public final class CompiledCondition {
    private static final Truth.Failure NO_TRUTH =
            Truth.Failure.because("the condition gives no bool");

    private final Condition source;
    private final Node root;

    private CompiledCondition(Condition source, Node root) {
        this.source = source;
        this.root = root;
    }

    /** Any condition that the parser accepted compiles. */
    public static CompiledCondition of(Condition condition) {
        return new CompiledCondition(condition, new ConditionCompiler(condition.ast()).compile());
    }

    public Condition source() {
        return source;
    }

    public Truth test(Facts facts) {
        return switch (root.value(facts)) {
            case Boolean value -> value ? Truth.Known.TRUE : Truth.Known.FALSE;
            case Truth.Failure failure -> failure;
            case null, default -> NO_TRUTH;
        };
    }
}
