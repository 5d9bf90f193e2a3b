package io.praetor.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.SituationTypes;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Situation;
import io.praetor.testing.CelOracle;
import io.praetor.testing.Chance;
import io.praetor.testing.RandomConditions;
import io.praetor.testing.RandomSituations;
import io.praetor.testing.TestPolicies;
import io.praetor.testing.TestSituations;
import java.time.Instant;
import java.util.HashMap;
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

    @Test
    void agreesWithTheInterpreterOnRandomExpressions() {
        Map<Optional<Boolean>, Integer> seen = new HashMap<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            Chance chance = new Chance(SEED + i);
            Condition condition = random(chance, SEED + i);
            CompiledCondition compiled = CompiledCondition.of(condition);
            CelRuntime.Program program = ORACLE.program(condition.ast());
            RandomSituations situations = new RandomSituations(chance);
            for (int j = 0; j < SITUATIONS_EACH; j++) {
                Situation situation = situations.next();
                Truth actual = compiled.test(new Facts(situation, TABLES));
                assertThat(known(actual))
                        .as("seed %d: %s gave %s", SEED + i, condition.source(), actual)
                        .isEqualTo(CelOracle.run(program, CelOracle.variables(situation, POLICY)));
                assertNamesAnInput(condition, actual);
                seen.merge(known(actual), 1, Integer::sum);
            }
        }
        assertThat(seen.values()).as("spread %s", seen).hasSize(3).allMatch(count -> count > 1_000);
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

    @Test
    void aFailureNamesTheInputThatIsAbsent() {
        fails("actor.role == 'admin'", "actor.role");
        fails("actor.identity.level == 'novice'", "actor.identity.level");
        fails("!(actor.role == 'x' && true)", "actor.role");
        fails("action.parameters.force == true", "action.parameters.force");
        fails("action.parameters['dry-run'] == true", "action.parameters.dry-run");
        fails("context.history[0] == 'x'", "context.history");
        fails("context.approvals.all(a, a.role == 'admin')", "context.approvals.role");
    }

    private static void fails(String text, String missing) {
        Approval approval =
                new Approval(
                        "user:bob",
                        Optional.empty(),
                        ApprovalKind.PEER,
                        Instant.EPOCH,
                        Optional.empty());
        Situation situation = TestSituations.of("read").approvals(approval).build();
        CompiledCondition condition = CompiledCondition.of(TestPolicies.condition(text));
        assertThat(condition.test(new Facts(situation, TABLES)))
                .isEqualTo(new Truth.Failure(Optional.of(missing), "`" + missing + "` is missing"));
    }

    private static Condition random(Chance chance, long seed) {
        String text = new RandomConditions(chance).next();
        assertThat(TestPolicies.PARSER.parse(text, TestPolicies.NOWHERE))
                .as("seed %d, %s", seed, text)
                .isInstanceOf(ConditionReading.Accepted.class);
        return TestPolicies.condition(text);
    }

    private static void assertNamesAnInput(Condition condition, Truth truth) {
        if (truth instanceof Truth.Failure failure && failure.missing().isPresent()) {
            String name = failure.missing().get();
            assertThat(condition.inputs())
                    .as(condition.source())
                    .anyMatch(input -> input.startsWith(name) || name.startsWith(input));
        }
    }

    private static Optional<Boolean> known(Truth truth) {
        return switch (truth) {
            case Truth.Known known -> Optional.of(known == Truth.Known.TRUE);
            case Truth.Failure _ -> Optional.empty();
        };
    }
}
