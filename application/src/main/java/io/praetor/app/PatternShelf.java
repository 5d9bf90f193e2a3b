package io.praetor.app;

import io.praetor.patterns.life.ConfirmedPatterns;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.util.List;
import java.util.Optional;

/** Where the versions that act find their patterns. Thread-safe. */
public interface PatternShelf {
    /** Nothing was ever confirmed. */
    PatternShelf NONE =
            new PatternShelf() {
                @Override
                public void serve(List<RuleEngine> rules) {}

                @Override
                public Optional<ConfirmedPatterns> of(PolicySet policy) {
                    return Optional.empty();
                }
            };

    /** From now on these policy sets act. */
    void serve(List<RuleEngine> rules);

    /** What answers now under a policy set that is served; empty where nothing does. */
    Optional<ConfirmedPatterns> of(PolicySet policy);
}
