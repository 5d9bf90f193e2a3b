package io.praetor.app.trial;

import io.praetor.app.ActivePolicies;
import io.praetor.app.Reasoners;
import io.praetor.app.trial.Contestants.Named;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.Authority;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.suite.CoverageMeasure;
import io.praetor.suite.Decider;
import java.util.ArrayList;
import java.util.List;

/** Who stands beside the whole pipeline in a report: its parts, each by itself. */
public final class SuiteArms {
    private SuiteArms() {}

    /** A decider as reports name it. */
    public record NamedDecider(String name, Decider decider) {}

    /**
     * The rules alone; each reasoner alone; and the rules with each reasoner but the one that
     * serves, which the whole pipeline has already.
     */
    public static List<NamedDecider> of(
            PolicyLibrary library, CoverageMeasure measure, Contestants contestants) {
        List<NamedDecider> arms = new ArrayList<>();
        ActivePolicies rules = new ActivePolicies(library, Reasoners.NONE);
        arms.add(new NamedDecider("rules alone", SuiteDecider.unrecorded(rules, measure)));
        for (Named named : contestants.reasoners()) {
            arms.add(
                    new NamedDecider(
                            named.name() + " alone", new ReasonerAlone(named.over(library))));
        }
        for (Named named : contestants.reasoners().stream().skip(1).toList()) {
            ActivePolicies policies = named.over(library);
            ActiveVersionSource both =
                    situation -> policies.actingFor(situation).under(Authority.EVERYTHING_BINDING);
            arms.add(
                    new NamedDecider(
                            "rules with " + named.name(), SuiteDecider.unrecorded(both, measure)));
        }
        return arms;
    }
}
