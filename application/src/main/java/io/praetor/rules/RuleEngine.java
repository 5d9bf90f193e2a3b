package io.praetor.rules;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.PolicyTables;
import io.praetor.situation.Environment;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy set, compiled for evaluation.
 *
 * <p>The strictest of the sections' results counts. Thread-safe; an evaluation takes about a
 * microsecond and does not depend on how many rules have other targets.
 */
public final class RuleEngine {
    /** The family whose actions change nothing: production and wider effects do not raise them. */
    private static final String READ = "read";

    /** What is at stake where no family says so. */
    private static final RiskLevel UNKNOWN_ACTION = RiskLevel.MEDIUM;

    private final PolicySet policy;
    private final PolicyTables tables;
    private final TrustScale scale;
    private final SectionRules[] sections;
    private final Ambiguities ambiguities;

    private RuleEngine(PolicySet policy) {
        this.policy = policy;
        tables = new PolicyTables(policy);
        scale = new TrustScale(policy.trust());
        sections =
                policy.sections().stream()
                        .map(section -> SectionRules.of(section, policy))
                        .toArray(SectionRules[]::new);
        ambiguities = new Ambiguities(policy);
    }

    public static RuleEngine compile(PolicySet policy) {
        return new RuleEngine(policy);
    }

    public PolicySet policy() {
        return policy;
    }

    /** What the rules say of {@code situation}. */
    public RuleOutcome evaluate(Situation situation) {
        Tally tally = new Tally(new Facts(situation, tables), scale);
        for (SectionRules section : sections) {
            section.evaluate(tally);
        }
        ActionFamily family = tally.facts.family();
        boolean isRead = family != null && family.name().equals(READ);
        return new RuleOutcome(
                evaluation(tally, isRead),
                risk(family, isRead, tally),
                tally.missing(),
                advice(tally));
    }

    /**
     * What would have changed the rules' answer, smallest change first. Each is found by evaluating
     * the situation with that one input changed; costs some hundred evaluations.
     */
    public List<NearestMiss> nearestMisses(Situation situation) {
        return new NearestMisses(this, situation).shown();
    }

    /** What the rules come to, where only the effect is asked for. */
    Effect effect(RuleOutcome outcome) {
        return switch (outcome.evaluation()) {
            case Evaluation.Applicable said -> said.effect();
            case Evaluation.NotApplicable() -> policy.fallbacks().noRule().effect();
            case Evaluation.Indeterminate said ->
                    said.atLeast().strictest(Effect.REQUIRE_ATTESTATION);
        };
    }

    /** The situation as this policy set sees it. */
    Facts facts(Situation situation) {
        return new Facts(situation, tables);
    }

    double scalar(Situation situation) {
        return scale.scalar(situation.actor().trust());
    }

    /** Every rule about such an action by such an actor, in file order. */
    List<CompiledRule> rulesFor(Situation situation) {
        List<CompiledRule> rules = new ArrayList<>();
        for (SectionRules section : sections) {
            for (CompiledRule rule : section.rules()) {
                if (rule.isForAction(situation)) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private Evaluation evaluation(Tally tally, boolean isRead) {
        Effect strictest = tally.strictest();
        CompiledRule failed = tally.failed();
        if (strictest == Effect.DENY) {
            return Union.of(tally, strictest).applicable(new Ambiguities.Found());
        }
        if (failed != null) {
            Effect established = strictest == null ? Effect.ALLOW : strictest;
            return Union.of(tally, established).indeterminate(tally.cause());
        }
        return strictest == null
                ? new Evaluation.NotApplicable()
                : Union.of(tally, strictest).applicable(ambiguities.in(tally, isRead));
    }

    /**
     * The family's risk, one step up in production for whatever changes something; at least the
     * tiers of the clauses that bear, and at least what the caller says.
     */
    private static RiskLevel risk(@Nullable ActionFamily family, boolean isRead, Tally tally) {
        Situation situation = tally.facts.situation();
        RiskLevel risk = family == null ? UNKNOWN_ACTION : family.risk();
        if (!isRead && situation.resource().environment() == Environment.PRODUCTION) {
            risk = oneUp(risk);
        }
        RiskLevel said = situation.context().callerRisk().orElse(risk);
        return RiskLevel.higher(said, RiskLevel.higher(tally.tier(), risk));
    }

    private static RiskLevel oneUp(RiskLevel risk) {
        return switch (risk) {
            case LOW -> RiskLevel.MEDIUM;
            case MEDIUM -> RiskLevel.HIGH;
            case HIGH, CRITICAL -> RiskLevel.CRITICAL;
        };
    }

    private static List<String> advice(Tally tally) {
        List<String> advice = List.of();
        for (int i = 0; i < tally.findings.size(); i++) {
            var note = tally.findings.get(i).rule().rule.advice();
            if (note.isPresent()) {
                advice = advice.isEmpty() ? new ArrayList<>() : advice;
                advice.add(note.get());
            }
        }
        return advice;
    }
}
