package io.praetor.testing;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.TrustSettings;
import io.praetor.situation.ActorKind;
import java.util.ArrayList;
import java.util.List;

/** Policy sets in the small world of {@link RandomSituations}: any sections, any rules. */
public final class RandomPolicies {
    private static final List<String> GLOBS =
            List.of(
                    "env:prod*",
                    "Env:PROD*",
                    "env:production",
                    "env:*",
                    "repo:*/.github/workflows/**",
                    "repo:**",
                    "**/ci.yml",
                    "config:deploy/**",
                    "config:deploy/*.yaml",
                    "db:users",
                    "*");

    private final Chance chance;
    private final RandomConditions conditions;

    public RandomPolicies(Chance chance) {
        this.chance = chance;
        conditions = new RandomConditions(chance);
    }

    public PolicySet next() {
        List<Section> sections = new ArrayList<>();
        for (int i = chance.below(3); i >= 0; i--) {
            CombiningAlgorithm combine = chance.oneOf(CombiningAlgorithm.values());
            sections.add(new Section("s" + i, combine, rules("s" + i, combine)));
        }
        return TestPolicies.of(sections, trust(), chance.in(2));
    }

    private TrustSettings trust() {
        return new TrustSettings(
                chance.oneOf(TrustSettings.Aggregate.values()),
                new TrustSettings.Weights(1, chance.below(3), 2),
                .05,
                .7);
    }

    private List<Rule> rules(String section, CombiningAlgorithm combine) {
        List<Rule> rules = new ArrayList<>();
        if (combine == CombiningAlgorithm.LAW) {
            for (String action : RandomSituations.ACTIONS) {
                if (!chance.in(4)) {
                    rules.add(law(TestRule.named(section + "." + action).actions(action)));
                }
            }
            return rules;
        }
        boolean many = chance.in(3);
        for (int i = many ? 60 : chance.below(8); i >= 0; i--) {
            rules.add(rule(TestRule.named(section + "." + i), many));
        }
        return rules;
    }

    private Rule law(TestRule rule) {
        if (!chance.in(4)) {
            rule.roles(roles());
        }
        if (!chance.in(3)) {
            rule.trust(chance.unit());
        }
        if (chance.in(6)) {
            rule.when(conditions.next());
        }
        if (chance.in(2)) {
            rule.approval(chance.oneOf(Obligation.Attester.values()));
            if (chance.in(2)) {
                rule.waivedWhen(conditions.next());
            }
        }
        return rule.atp(chance.below(6)).build();
    }

    private Rule rule(TestRule rule, boolean many) {
        if (!chance.in(4)) {
            rule.actions(some(RandomSituations.ACTIONS));
        }
        if (chance.in(3)) {
            rule.roles(roles());
        }
        if (chance.in(many ? 2 : 4)) {
            rule.resources(some(GLOBS));
        }
        if (chance.in(6)) {
            rule.kinds(chance.oneOf(ActorKind.values()));
        }
        if (chance.in(4)) {
            rule.trust(chance.unit());
        } else if (chance.in(4)) {
            rule.trustBelow(chance.unit());
        }
        if (chance.in(many ? 20 : 2)) {
            rule.when(conditions.next());
        }
        if (chance.in(4)) {
            rule.priority(chance.below(3));
        }
        if (chance.in(4)) {
            rule.advice("note " + chance.below(3));
        }
        return switch (chance.below(8)) {
            case 0 -> rule.deny().build();
            case 1, 2 -> rule.attest().build();
            case 3 -> rule.mfa().build();
            default -> rule.build();
        };
    }

    private String[] roles() {
        return some(RandomSituations.ROLES);
    }

    private String[] some(List<String> words) {
        List<String> chosen = chance.some(2, () -> chance.oneOf(words));
        chosen.add(chance.oneOf(words));
        return chosen.stream().distinct().toArray(String[]::new);
    }
}
