package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Section;
import io.praetor.testing.TestPolicies;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.Arrays;
import java.util.List;

/** A few rules and what they say. */
record RuleBook(RuleEngine engine) {

    static RuleBook denyOverrides(TestRule... rules) {
        return sections(section(CombiningAlgorithm.DENY_OVERRIDES, rules));
    }

    static RuleBook law(TestRule... rules) {
        return sections(section(CombiningAlgorithm.LAW, rules));
    }

    static RuleBook sections(Section... sections) {
        return new RuleBook(RuleEngine.compile(TestPolicies.of(List.of(sections))));
    }

    static Section section(CombiningAlgorithm combine, TestRule... rules) {
        return new Section(
                combine.label(), combine, Arrays.stream(rules).map(TestRule::build).toList());
    }

    RuleOutcome on(TestSituations situation) {
        return engine.evaluate(situation.build());
    }

    RuleOutcome on(String action) {
        return on(TestSituations.of(action));
    }

    static Evaluation.Applicable applicable(RuleOutcome outcome) {
        assertThat(outcome.evaluation()).isInstanceOf(Evaluation.Applicable.class);
        return (Evaluation.Applicable) outcome.evaluation();
    }
}
