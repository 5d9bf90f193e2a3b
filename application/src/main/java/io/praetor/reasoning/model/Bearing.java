package io.praetor.reasoning.model;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attestation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.Obligation.SecondFactor;
import io.praetor.policy.Rule;
import io.praetor.reasoning.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which clauses of a policy have to do with a situation, by the rules that enforce them and are
 * about such an action, and what those rules ask for.
 *
 * <p>A clause that no rule enforces bears where the rules left off and the policy names it for
 * that: by an ambiguity that was found, or as the default where no rule applies.
 */
final class Bearing {
    /** What each clause that bears may stand for. */
    private final Map<ClauseId, Set<Effect>> effects = new HashMap<>();

    private final Map<ClauseId, List<Obligation>> obligations = new HashMap<>();

    Bearing(Question question) {
        question.policy()
                .sections()
                .forEach(
                        section ->
                                section.rules().stream()
                                        .filter(rule -> rule.isAbout(question.situation()))
                                        .forEach(rule -> add(rule, section.combine())));
        addFallbacks(question);
    }

    private void add(Rule rule, CombiningAlgorithm combine) {
        Set<Effect> stands = effectsOf(rule.clause());
        stands.add(rule.effect());
        rule.obligations().forEach(obligation -> stands.add(obligation.effect()));
        if (combine == CombiningAlgorithm.LAW) {
            stands.add(Effect.DENY);
        }
        obligations
                .computeIfAbsent(rule.clause(), _ -> new ArrayList<>())
                .addAll(rule.obligations());
        rule.waiver().ifPresent(waiver -> effectsOf(waiver.clause()).add(Effect.ALLOW));
    }

    private void addFallbacks(Question question) {
        Fallbacks fallbacks = question.policy().fallbacks();
        switch (question.byRules()) {
            case Applicable said -> {
                for (Ambiguity ambiguity : said.ambiguities()) {
                    fallbacks
                            .of(ambiguity)
                            .ifPresent(
                                    stated ->
                                            effectsOf(stated.clause())
                                                    .add(stated.at(question.risk())));
                }
            }
            case NotApplicable() -> {
                effectsOf(fallbacks.noRule().clause()).add(fallbacks.noRule().effect());
                effectsOf(fallbacks.noRule().clause()).add(fallbacks.uncoveredWeakest());
            }
            case Indeterminate said ->
                    said.clauses().forEach(clause -> effectsOf(clause).add(said.atLeast()));
        }
    }

    private Set<Effect> effectsOf(ClauseId clause) {
        return effects.computeIfAbsent(clause, _ -> new LinkedHashSet<>());
    }

    boolean bears(ClauseId clause) {
        return effects.containsKey(clause);
    }

    /** Whether the clause bears and a rule or fallback that enforces it can give this effect. */
    boolean enforces(ClauseId clause, Effect effect) {
        return effects.getOrDefault(clause, Set.of()).contains(effect);
    }

    /**
     * What the rules of the clauses ask for before this effect is lifted; where they do not say,
     * one peer's attestation, or a second factor.
     */
    List<Obligation> obligations(Effect effect, List<ClauseId> clauses) {
        Set<Obligation> asked = new LinkedHashSet<>();
        for (ClauseId clause : clauses) {
            asked.addAll(obligations.getOrDefault(clause, List.of()));
        }
        return switch (effect) {
            case ALLOW, DENY -> List.of();
            case REQUIRE_MFA -> {
                asked.removeIf(each -> each.effect() != Effect.REQUIRE_MFA);
                yield asked.isEmpty()
                        ? List.of(new SecondFactor(clauses.getFirst()))
                        : List.copyOf(asked);
            }
            case REQUIRE_ATTESTATION -> {
                if (asked.stream().noneMatch(each -> each.effect() == effect)) {
                    asked.add(
                            new Attestation(
                                    clauses.getFirst(), Attester.PEER, 1, Optional.empty()));
                }
                yield List.copyOf(asked);
            }
        };
    }
}
