package io.praetor.decision;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The resolution table: what evaluations come to, strictest of the binding ones.
 *
 * <p>R is the rules' evaluation, P a binding pattern's, M that of binding and confident reasoning.
 *
 * <pre>
 * R conclusive        R
 * R ambiguous         max(R, P), else max(R, M), else max(R, unresolved of each ambiguity)
 * R not applicable    max(P or M, uncovered.weakest), else the default clause
 * R indeterminate     max(REQUIRE_ATTESTATION, what R established, P, M), and a person looks
 * </pre>
 *
 * <p>The result is never weaker than R. Pure and thread-safe.
 */
public final class Resolver {
    private final Fallbacks fallbacks;
    private final ConfidenceFloors floors;

    public Resolver(Fallbacks fallbacks, ConfidenceFloors floors) {
        this.fallbacks = fallbacks;
        this.floors = floors;
    }

    public Resolution resolve(Authority authority, Trail trail) {
        Views views = Views.under(authority, trail, floors);
        return switch (views.rules()) {
            case Applicable rules when rules.isConclusive() -> asIs(rules, Path.RULES);
            case Applicable rules -> ambiguous(rules, views, trail);
            case NotApplicable() -> uncovered(views, trail);
            case Indeterminate rules -> indeterminate(rules, views);
        };
    }

    private Resolution ambiguous(Applicable rules, Views views, Trail trail) {
        if (views.pattern().isPresent()) {
            return strictest(rules, views.pattern().get(), Path.PATTERN);
        }
        if (views.reasoning().isPresent()) {
            return strictest(rules, views.reasoning().get(), reasoningPath(trail));
        }
        return unresolved(rules, trail.rules().risk());
    }

    /** What the policy says of ambiguities that nobody resolved, each with its own clause. */
    private Resolution unresolved(Applicable rules, RiskLevel risk) {
        Merge merge = new Merge(rules);
        Effect before = rules.effect();
        rules.ambiguities().stream()
                .sorted()
                .forEach(ambiguity -> merge.add(unresolved(ambiguity, risk)));
        Path path = merge.effect().isStricterThan(before) ? Path.FALLBACK : Path.RULES;
        return merge.as(path, rules.confidence());
    }

    private Applicable unresolved(Ambiguity ambiguity, RiskLevel risk) {
        Optional<Fallbacks.Unresolved> stated = fallbacks.of(ambiguity);
        Effect effect = stated.map(it -> it.at(risk)).orElse(Effect.REQUIRE_ATTESTATION);
        ClauseId clause =
                stated.map(Fallbacks.Unresolved::clause).orElse(fallbacks.noRule().clause());
        String reason = "%s is unresolved at %s risk".formatted(words(ambiguity), risk.label());
        return fallback(effect, clause, reason);
    }

    private Resolution uncovered(Views views, Trail trail) {
        Optional<Applicable> found = views.pattern().or(views::reasoning);
        if (found.isEmpty()) {
            Fallbacks.Default noRule = fallbacks.noRule();
            return new Resolution(
                    noRule.effect(),
                    Path.FALLBACK,
                    List.of(noRule.clause()),
                    noRule.obligations(),
                    List.of("no rule covers this action"),
                    1);
        }
        Merge merge = new Merge(found.get());
        merge.add(
                fallback(
                        fallbacks.uncoveredWeakest(),
                        fallbacks.noRule().clause(),
                        "no rule covers this action"));
        return merge.as(
                views.pattern().isPresent() ? Path.PATTERN : reasoningPath(trail),
                found.get().confidence());
    }

    private Resolution indeterminate(Indeterminate rules, Views views) {
        ClauseId clause =
                rules.clauses().isEmpty()
                        ? fallbacks.noRule().clause()
                        : rules.clauses().getFirst();
        Effect effect = rules.atLeast().strictest(Effect.REQUIRE_ATTESTATION);
        List<Obligation> obligations = new ArrayList<>(rules.obligations());
        obligations.add(new Obligation.HumanReview(clause, rules.cause()));
        Merge merge =
                new Merge(
                        new Applicable(
                                effect,
                                Set.of(),
                                rules.clauses().isEmpty() ? List.of(clause) : rules.clauses(),
                                rules.rules(),
                                obligations,
                                List.of("rules could not be evaluated: " + rules.cause()),
                                1));
        views.pattern().ifPresent(merge::add);
        views.reasoning().ifPresent(merge::add);
        return merge.as(Path.RULES, 1);
    }

    private static Path reasoningPath(Trail trail) {
        boolean isModel =
                trail.reasoning().map(said -> said.adviser().isLanguageModel()).orElse(true);
        return isModel ? Path.REASONING : Path.PRECEDENT;
    }

    private static Resolution strictest(Applicable rules, Applicable other, Path path) {
        Merge merge = new Merge(rules);
        merge.add(other);
        return merge.as(path, other.confidence());
    }

    private static Resolution asIs(Applicable said, Path path) {
        return new Merge(said).as(path, said.confidence());
    }

    private static Applicable fallback(Effect effect, ClauseId clause, String reason) {
        List<Obligation> obligations =
                switch (effect) {
                    case ALLOW, DENY -> List.of();
                    case REQUIRE_MFA -> List.of(new Obligation.SecondFactor(clause));
                    case REQUIRE_ATTESTATION ->
                            List.of(
                                    new Obligation.Attestation(
                                            clause,
                                            Obligation.Attester.PEER,
                                            1,
                                            Optional.of(reason)));
                };
        return new Applicable(
                effect, Set.of(), List.of(clause), List.of(), obligations, List.of(reason), 1);
    }

    private static String words(Ambiguity ambiguity) {
        return ambiguity.label().replace('_', ' ');
    }

    /** The strictest of what was added: its clauses lead, everybody's obligations are united. */
    private static final class Merge {
        private Effect effect;
        private final Set<ClauseId> clauses;
        private final Set<String> reasons;
        private final Set<Obligation> obligations;

        Merge(Applicable first) {
            effect = first.effect();
            clauses = new LinkedHashSet<>(first.clauses());
            reasons = new LinkedHashSet<>(first.reasons());
            obligations = new LinkedHashSet<>(first.obligations());
        }

        void add(Applicable other) {
            obligations.addAll(other.obligations());
            if (other.effect().isWeakerThan(effect)) {
                return;
            }
            if (other.effect().isStricterThan(effect)) {
                effect = other.effect();
                clauses.clear();
                reasons.clear();
            }
            clauses.addAll(other.clauses());
            reasons.addAll(other.reasons());
        }

        Effect effect() {
            return effect;
        }

        Resolution as(Path path, double confidence) {
            return new Resolution(
                    effect,
                    path,
                    List.copyOf(clauses),
                    List.copyOf(obligations),
                    List.copyOf(reasons),
                    confidence);
        }
    }
}
