package io.praetor.trainer.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.trainer.Sample;
import io.praetor.trainer.corpus.DemoCase.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCasesTest {
    private static final PolicySet POLICY = Sample.policy();

    @Test
    void theSameSeedDrawsTheSameCases() {
        assertThat(new DemoCases(POLICY, 5).draw(40, false))
                .isEqualTo(new DemoCases(POLICY, 5).draw(40, false))
                .isNotEqualTo(new DemoCases(POLICY, 6).draw(40, false));
    }

    @Test
    void noCombinationIsBothTaughtAndHeldOut() {
        Set<String> taught = combinations(new DemoCases(POLICY, 1).draw(150, false));
        Set<String> heldOut = combinations(new DemoCases(POLICY, 2).draw(150, true));
        assertThat(taught).isNotEmpty().doesNotContainAnyElementsOf(heldOut);
    }

    @Test
    void ordersAreObeyedAndNothingElseIsInvented() {
        List<DemoCase> cases = new DemoCases(POLICY, 3).draw(300, false);
        assertThat(cases)
                .filteredOn(each -> each.kind() == Kind.ORDERED)
                .hasSize(36)
                .allMatch(each -> each.effect() == Effect.ALLOW || each.effect() == Effect.DENY)
                .allMatch(each -> !each.lines().endsWith("details: none"));
        assertThat(cases)
                .filteredOn(each -> each.lines().contains("\nopen: none\n"))
                .filteredOn(each -> each.kind() != Kind.ORDERED)
                .isNotEmpty()
                .allMatch(each -> each.lines().contains("rules: " + each.effect().label() + "\n"));
    }

    @Test
    void everyAnswerIsTaught() {
        assertThat(new DemoCases(POLICY, 4).draw(200, false))
                .extracting(DemoCase::effect)
                .contains(Effect.values());
    }

    private static Set<String> combinations(List<DemoCase> cases) {
        return cases.stream().map(DemoCase::combination).collect(Collectors.toSet());
    }
}
