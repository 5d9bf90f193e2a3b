package io.praetor.app.cli;

import io.praetor.policy.Effect;
import io.praetor.suite.Kind;
import io.praetor.suite.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Three scenarios of many: common ones, with different expected decisions where there are such. */
final class QuickPick {
    /** As many as the reference's quick run (seed 003). */
    private static final int COUNT = 3;

    private QuickPick() {}

    /** In their order. */
    static List<Scenario> of(List<Scenario> scenarios) {
        List<Scenario> commonFirst =
                scenarios.stream().sorted(Comparator.comparing(QuickPick::isUncommon)).toList();
        Set<Effect> seen = EnumSet.noneOf(Effect.class);
        List<Scenario> picked = new ArrayList<>();
        for (Scenario scenario : commonFirst) {
            if (picked.size() < COUNT && seen.add(scenario.expected())) {
                picked.add(scenario);
            }
        }
        for (Scenario scenario : commonFirst) {
            if (picked.size() < COUNT && !picked.contains(scenario)) {
                picked.add(scenario);
            }
        }
        return scenarios.stream().filter(picked::contains).toList();
    }

    private static boolean isUncommon(Scenario scenario) {
        return scenario.kind().filter(kind -> kind == Kind.COMMON).isEmpty();
    }
}
