package io.praetor.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.SituationTypes;
import io.praetor.situation.Situation;
import io.praetor.testing.CelOracle;
import io.praetor.testing.Chance;
import io.praetor.testing.RandomConditions;
import io.praetor.testing.RandomSituations;
import io.praetor.testing.TestPolicies;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompiledConditionTest {
    private static final long SEED = 20_261_121;
    private static final int EXPRESSIONS = 2_000;
    private static final int SITUATIONS_EACH = 6;

    private static final PolicySet POLICY = TestPolicies.of(List.of());
    private static final PolicyTables TABLES = new PolicyTables(POLICY);
    private static final CelOracle ORACLE = new CelOracle();

    private enum Seen {
        TRUE,
        FALSE,
        FAILURE
    }

    @Test
    void agreesWithTheInterpreterOnRandomExpressions() {
        Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Chance chance = new Chance(SEED + i);
            Condition condition = random(chance, SEED + i);
            CompiledCondition compiled = CompiledCondition.of(condition);
            CelRuntime.Program program = ORACLE.program(condition.ast());
            RandomSituations situations = new RandomSituations(chance);
            for (int j = 0; j < SITUATIONS_EACH; j++) {
                Situation situation = situations.next();
                Optional<Boolean> expected =
                        CelOracle.run(program, CelOracle.variables(situation, POLICY));
                Truth actual = compiled.test(new Facts(situation, TABLES));
                assertThat(known(actual))
                        .as(
                                "seed %d, %s gave %s on %s",
                                SEED + i, condition.source(), actual, situation)
                        .isEqualTo(expected);
                seen.merge(seen(actual), 1, Integer::sum);
            }
        }
        assertThat(seen.values()).as("spread %s", seen).allMatch(count -> count > 1_000);
    }

    @Test
    void hasAReaderForEveryFieldAConditionCanSee() {
        assertThat(SituationTypes.names())
                .allSatisfy(
                        type ->
                                assertThat(SituationTypes.fieldsOf(type).keySet())
                                        .allSatisfy(
                                                field ->
                                                        assertThat(Fields.of(type, field))
                                                                .isNotNull()));
    }

    private static Condition random(Chance chance, long seed) {
        String text = new RandomConditions(chance).next();
        assertThat(TestPolicies.PARSER.parse(text, TestPolicies.NOWHERE))
                .as("seed %d, %s", seed, text)
                .isInstanceOf(ConditionReading.Accepted.class);
        return TestPolicies.condition(text);
    }

    private static Optional<Boolean> known(Truth truth) {
        return switch (truth) {
            case Truth.Known known -> Optional.of(known == Truth.Known.TRUE);
            case Truth.Failure _ -> Optional.empty();
        };
    }

    private static Seen seen(Truth truth) {
        return switch (truth) {
            case Truth.Known.TRUE -> Seen.TRUE;
            case Truth.Known.FALSE -> Seen.FALSE;
            case Truth.Failure _ -> Seen.FAILURE;
        };
    }
}
