package io.praetor.rules.condition;

import dev.cel.common.ast.CelExpr;
import io.praetor.policy.Condition;
import java.util.Optional;

/** Reads what a part of a condition comes to in a situation. */
public final class InputValue {
    private InputValue() {}

    /**
     * @param part of {@code condition}, outside its loops
     * @return empty where it is absent, null or a failure
     */
    public static Optional<Object> of(Condition condition, CelExpr part, Facts facts) {
        Object value = new ConditionCompiler(condition.ast()).compile(part).value(facts);
        return value == null || value instanceof Truth.Failure
                ? Optional.empty()
                : Optional.of(value);
    }
}
