package io.praetor.policy.reading;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.YamlDocument;
import java.util.Optional;

/**
 * Reads the text of a policy file into a checked policy set.
 *
 * <p>Everything wrong with a file is reported at once, in file order, each problem at its place: a
 * policy with one error is rejected whole. What a text says never makes this throw. Thread-safe.
 */
public final class PolicyReader {
    private final ConditionParser conditions;

    public PolicyReader(ConditionParser conditions) {
        this.conditions = conditions;
    }

    public PolicyReading read(PolicySource source) {
        Problems problems = new Problems();
        Optional<PolicySet> policy =
                YamlDocument.read(source, problems)
                        .flatMap(root -> Fields.of(root, PolicyShapes.POLICY, problems))
                        .map(top -> new PolicyBinder(source, conditions, problems).bind(top));
        if (policy.isEmpty() || problems.hasErrors()) {
            return new PolicyReading.Rejected(problems.inFileOrder());
        }
        Lint.check(policy.get(), problems);
        return new PolicyReading.Accepted(policy.get(), problems.inFileOrder());
    }
}
