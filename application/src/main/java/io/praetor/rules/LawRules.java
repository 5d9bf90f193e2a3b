package io.praetor.rules;

import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.rules.condition.Truth;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Web4: one rule an action. The rule exists, the role is allowed, trust reaches the threshold, ATP
 * covers the cost, and then the approval is asked for, in this order.
 */
final class LawRules implements SectionRules {
    private final List<CompiledRule> rules;
    private final RuleIndex index;
    private final boolean chargeAbsentAtp;

    LawRules(List<CompiledRule> rules, boolean chargeAbsentAtp) {
        this.rules = List.copyOf(rules);
        this.chargeAbsentAtp = chargeAbsentAtp;
        index = new RuleIndex(rules, false);
    }

    @Override
    public List<CompiledRule> rules() {
        return rules;
    }

    @Override
    public void evaluate(Tally tally) {
        index.collect(tally.facts, tally.candidates);
        Truth exists = Truth.Known.FALSE;
        for (CompiledRule rule = tally.candidates.next();
                rule != null && exists == Truth.Known.FALSE;
                rule = tally.candidates.next()) {
            exists = rule.isAbout(tally.facts) ? rule.test(tally.facts) : Truth.Known.FALSE;
            switch (exists) {
                case Truth.Known.TRUE -> tally.found(judged(rule, tally));
                case Truth.Known.FALSE -> {}
                case Truth.Failure failure -> tally.failed(rule, failure);
            }
        }
    }

    private Finding judged(CompiledRule rule, Tally tally) {
        String unmet = unmet(rule, tally);
        if (unmet != null) {
            return new Finding(rule, Effect.DENY, rule.clauses, List.of(), rule.consulted, unmet);
        }
        if (rule.testsTrust()) {
            tally.tested(rule.threshold());
        }
        List<Obligation> approval = rule.rule.obligations();
        if (!approval.isEmpty() && isWaived(rule, tally)) {
            return new Finding(
                    rule,
                    Effect.ALLOW,
                    rule.clausesWhenWaived,
                    List.of(),
                    rule.consultedWhenWaived,
                    rule.waiverReason);
        }
        return new Finding(
                rule, effect(approval), rule.clauses, approval, rule.consulted, rule.reason);
    }

    /** A waiver that cannot be evaluated does not apply; what it lacked was wanted all the same. */
    private static boolean isWaived(CompiledRule rule, Tally tally) {
        return switch (rule.waived(tally.facts)) {
            case Truth.Known.TRUE -> true;
            case Truth.Known.FALSE -> false;
            case Truth.Failure failure -> {
                tally.missing(failure);
                yield false;
            }
        };
    }

    private static Effect effect(List<Obligation> approval) {
        Effect effect = Effect.ALLOW;
        for (int i = 0; i < approval.size(); i++) {
            effect = effect.strictest(approval.get(i).effect());
        }
        return effect;
    }

    /** The first requirement that is not met, in words; null where all are. */
    private @Nullable String unmet(CompiledRule rule, Tally tally) {
        String role = tally.facts.role();
        if (!rule.admitsRole(role)) {
            if (role == null) {
                tally.missing("actor.role");
            }
            return Wording.role(role, rule.rule.target().roles());
        }
        if (!rule.holdsAt(tally.scalar) || (rule.testsTrust() && Double.isNaN(tally.scalar))) {
            if (Double.isNaN(tally.scalar)) {
                tally.missing(Tally.TRUST);
            }
            return Wording.trust(tally.scalar, rule.threshold(), rule.wantsLess());
        }
        return unmetCost(rule.rule.atpCost(), tally);
    }

    private @Nullable String unmetCost(double cost, Tally tally) {
        OptionalDouble available = tally.facts.situation().actor().atpAvailable();
        if (cost <= 0 || (available.isEmpty() && !chargeAbsentAtp)) {
            return null;
        }
        if (available.isEmpty()) {
            tally.missing("actor.atp");
            return Wording.unknownAtp(cost);
        }
        return available.getAsDouble() < cost ? Wording.atp(available.getAsDouble(), cost) : null;
    }
}
