package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.Condition;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Situation;
import io.praetor.testing.CelOracle;
import io.praetor.testing.Chance;
import io.praetor.testing.RandomPolicies;
import io.praetor.testing.RandomSituations;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleEngineReferenceTest {
    private static final long SEED = 20_261_121;
    private static final int POLICIES = 500;
    private static final int SITUATIONS_EACH = 20;

    private static final CelOracle ORACLE = new CelOracle();

    @Test
    void agreesWithThePlainReferenceOnRandomPoliciesAndSituations() {
        Map<String, Integer> seen = new TreeMap<>();
        Map<Ambiguity, Integer> ambiguities = new EnumMap<>(Ambiguity.class);
        for (int i = 0; i < POLICIES; i++) {
            long seed = SEED + i;
            Chance chance = new Chance(seed);
            PolicySet policy = new RandomPolicies(chance).next();
            RuleEngine engine = RuleEngine.compile(policy);
            Map<String, CelRuntime.Program> programs = new HashMap<>();
            RandomSituations situations = new RandomSituations(chance);
            for (int j = 0; j < SITUATIONS_EACH; j++) {
                Situation situation = situations.next();
                ReferenceResult expected = reference(policy, situation, programs);
                assertThat(ReferenceResult.of(engine.evaluate(situation)))
                        .as("seed %d, situation %d: %s", seed, j, situation)
                        .isEqualTo(expected);
                seen.merge(expected.kind() + " " + expected.effect(), 1, Integer::sum);
                expected.ambiguities().forEach(it -> ambiguities.merge(it, 1, Integer::sum));
            }
        }
        assertThat(seen)
                .as("kinds seen")
                .hasSize(8)
                .allSatisfy((_, n) -> assertThat(n).isGreaterThan(20));
        assertThat(ambiguities).hasSize(7).allSatisfy((_, n) -> assertThat(n).isGreaterThan(20));
    }

    private static ReferenceResult reference(
            PolicySet policy, Situation situation, Map<String, CelRuntime.Program> programs) {
        Map<String, Object> variables = CelOracle.variables(situation, policy);
        return new ReferenceEvaluator(
                        new ReferenceFacts(policy, situation),
                        condition -> truth(condition, programs, variables))
                .evaluate();
    }

    private static Optional<Boolean> truth(
            Condition condition,
            Map<String, CelRuntime.Program> programs,
            Map<String, Object> variables) {
        return CelOracle.run(
                programs.computeIfAbsent(condition.source(), _ -> ORACLE.program(condition.ast())),
                variables);
    }
}
