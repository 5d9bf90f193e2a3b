package io.praetor.rules;

import io.praetor.policy.ClauseEvidence;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Consequence;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.RuleId;
import io.praetor.policy.Section;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.PossibleCondition;
import io.praetor.situation.Action;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the clauses of a policy come to where prose shows that they bear.
 *
 * <p>A rule that enforces the clause counts where action, role, kind of actor and trust are what it
 * is about. Its resources, and whatever its condition reads of circumstances, prose stands in for:
 * they are how a rule finds out what prose says in words. Where the clause says {@code as}, the
 * action counts as the one it names. Thread-safe.
 */
public final class Consequences {
    private final RuleEngine engine;
    private final Map<ClauseId, List<Enforcing>> byClause = new HashMap<>();

    /** A rule that enforces a clause, and whether its section is law. */
    private record Enforcing(CompiledRule rule, boolean isLaw, Optional<PossibleCondition> when) {}

    private Consequences(RuleEngine engine) {
        this.engine = engine;
    }

    public static Consequences of(RuleEngine engine) {
        Consequences consequences = new Consequences(engine);
        PolicySet policy = engine.policy();
        for (Section section : policy.sections()) {
            boolean isLaw = section.combine() == CombiningAlgorithm.LAW;
            for (CompiledRule rule : SectionRules.of(section, policy).rules()) {
                consequences
                        .byClause
                        .computeIfAbsent(rule.rule.clause(), _ -> new ArrayList<>())
                        .add(
                                new Enforcing(
                                        rule, isLaw, rule.rule.when().map(PossibleCondition::of)));
            }
        }
        return consequences;
    }

    /** Empty where the clause cannot bear on {@code situation}, whatever is told. */
    public Optional<Consequence> of(Situation situation, ClauseId clause) {
        var known = engine.policy().clauses().get(clause);
        if (known == null) {
            return Optional.empty();
        }
        ClauseEvidence evidence = known.evidence();
        Situation counted = evidence.actsAs().map(as -> as(situation, as)).orElse(situation);
        Strictest strictest = new Strictest();
        Facts facts = engine.facts(counted);
        double scalar = engine.scalar(counted);
        for (Enforcing each : byClause.getOrDefault(clause, List.of())) {
            if (isAbout(each, facts)) {
                weigh(each, facts, scalar, strictest);
            }
        }
        evidence.effect().ifPresent(effect -> strictest.add(effect, evidence.obligations()));
        return strictest.consequence();
    }

    private static Situation as(Situation situation, String type) {
        Action action = situation.action();
        return new Situation(
                situation.requestId(),
                situation.actor(),
                new Action(type, action.parameters(), action.description()),
                situation.resource(),
                situation.context(),
                situation.at());
    }

    private static boolean isAbout(Enforcing each, Facts facts) {
        return each.rule.isForAction(facts.situation())
                && each.when.map(it -> it.mayHold(facts)).orElse(true);
    }

    private static void weigh(Enforcing each, Facts facts, double scalar, Strictest strictest) {
        boolean isAdmitted = each.rule.admitsRole(facts.role());
        boolean isTrusted = each.rule.holdsAt(scalar);
        if (!each.isLaw && isAdmitted && isTrusted) {
            strictest.add(each.rule, each.rule.rule.effect());
        } else if (each.isLaw && !(isAdmitted && isTrusted)) {
            strictest.add(Effect.DENY, List.of());
            strictest.rules.add(each.rule.rule.id());
        } else if (each.isLaw) {
            Effect asked = Effect.ALLOW;
            for (Obligation obligation : each.rule.rule.obligations()) {
                asked = asked.strictest(obligation.effect());
            }
            strictest.add(each.rule, asked);
        }
    }

    /** The strictest of what was added, with everybody's obligations. */
    private static final class Strictest {
        private Effect effect = Effect.ALLOW;
        private final Set<RuleId> rules = new LinkedHashSet<>();
        private final Set<Obligation> obligations = new LinkedHashSet<>();

        void add(CompiledRule rule, Effect said) {
            if (said != Effect.ALLOW) {
                add(said, rule.rule.obligations());
                rules.add(rule.rule.id());
            }
        }

        void add(Effect said, List<Obligation> asked) {
            effect = effect.strictest(said);
            obligations.addAll(asked);
        }

        Optional<Consequence> consequence() {
            return effect == Effect.ALLOW
                    ? Optional.empty()
                    : Optional.of(
                            new Consequence(
                                    effect,
                                    List.copyOf(rules),
                                    effect == Effect.DENY ? List.of() : List.copyOf(obligations)));
        }
    }
}
