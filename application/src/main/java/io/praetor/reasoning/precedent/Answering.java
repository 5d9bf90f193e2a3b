package io.praetor.reasoning.precedent;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation;
import io.praetor.reasoning.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an answer of what reading came to. */
final class Answering {
    private static final List<Effect> STRICTEST_FIRST =
            List.of(Effect.DENY, Effect.REQUIRE_ATTESTATION, Effect.REQUIRE_MFA);

    private final Question question;
    private final Assessment read;

    Answering(Question question, Assessment read) {
        this.question = question;
        this.read = read;
    }

    Evaluation answer() {
        return switch (question.byRules()) {
            case NotApplicable() ->
                    Indeterminate.because("no rule covers the action, and examples make none");
            case Indeterminate _ -> held().orElseGet(this::undecided);
            case Applicable rules ->
                    held().or(() -> doubted(rules))
                            .or(() -> allowed(rules))
                            .orElseGet(this::undecided);
        };
    }

    private Evaluation undecided() {
        return Indeterminate.because(
                "the evidence is thin or split: a clause bears with a likelihood of %.2f"
                        .formatted(read.bears()));
    }

    /** The strictest effect that is sure enough. */
    private Optional<Evaluation> held() {
        double floor = Certainty.ofHolding(question.risk());
        for (Effect effect : STRICTEST_FIRST) {
            double sure = read.atLeast(effect);
            Optional<Assessment.Finding> found = read.likeliest(effect);
            if (sure >= floor && found.isPresent()) {
                return Optional.of(held(found.get(), effect, sure));
            }
        }
        return Optional.empty();
    }

    private Evaluation held(Assessment.Finding found, Effect effect, double sure) {
        List<Obligation> obligations = new ArrayList<>();
        boolean isOwn = found.consequence().effect() == effect;
        if (isOwn) {
            obligations.addAll(found.consequence().obligations());
        }
        if (effect == Effect.REQUIRE_ATTESTATION && (!isOwn || isApproved())) {
            obligations.add(new Obligation.HumanReview(found.clause(), quoted(found)));
        }
        obligations.addAll(unresolved());
        return new Applicable(
                effect,
                Set.of(),
                List.of(found.clause()),
                isOwn ? found.consequence().rules() : List.of(),
                effect == Effect.DENY ? List.of() : obligations.stream().distinct().toList(),
                List.of("it is told: " + quoted(found)),
                sure);
    }

    /** Whoever approved did not see what was read here; only who is shown it can answer for it. */
    private boolean isApproved() {
        return !question.situation().context().approvals().isEmpty();
    }

    /** What the policy says of the ambiguities that no reading resolves. */
    private List<Obligation> unresolved() {
        if (!(question.byRules() instanceof Applicable rules)) {
            return List.of();
        }
        List<Obligation> obligations = new ArrayList<>();
        Fallbacks fallbacks = question.policy().fallbacks();
        for (Ambiguity ambiguity : rules.ambiguities().stream().sorted().toList()) {
            Optional<Fallbacks.Unresolved> stated = fallbacks.of(ambiguity);
            Effect effect =
                    stated.map(it -> it.at(question.risk())).orElse(Effect.REQUIRE_ATTESTATION);
            ClauseId clause =
                    stated.map(Fallbacks.Unresolved::clause).orElse(fallbacks.noRule().clause());
            boolean isAsked =
                    ambiguity != Ambiguity.UNCONSULTED_CONTEXT
                            && effect == Effect.REQUIRE_ATTESTATION;
            if (isAsked) {
                obligations.add(
                        new Obligation.Attestation(
                                clause, Obligation.Attester.PEER, 1, Optional.empty()));
            }
        }
        return obligations;
    }

    /**
     * Not sure enough to say which clause bears, too likely to let it pass: a person reads it. That
     * the evidence does not suffice is certain, so this answer is.
     */
    private Optional<Evaluation> doubted(Applicable rules) {
        Optional<Assessment.Finding> found = read.likeliest(Effect.REQUIRE_MFA);
        boolean isDoubtful =
                rules.ambiguities().contains(Ambiguity.UNCONSULTED_CONTEXT)
                        && (read.bears() >= Certainty.doubt(question.risk()) || !read.isLegible());
        if (!isDoubtful || found.isEmpty()) {
            return Optional.empty();
        }
        ClauseId clause =
                question.policy()
                        .fallbacks()
                        .of(Ambiguity.UNCONSULTED_CONTEXT)
                        .map(Fallbacks.Unresolved::clause)
                        .orElse(question.policy().fallbacks().noRule().clause());
        String reason =
                read.isLegible()
                        ? "this may bear on `%s`: %s"
                                .formatted(found.get().clause(), quoted(found.get()))
                        : "something told here cannot be read";
        List<Obligation> obligations = new ArrayList<>();
        obligations.add(new Obligation.HumanReview(clause, reason));
        obligations.addAll(unresolved());
        return Optional.of(
                new Applicable(
                        Effect.REQUIRE_ATTESTATION,
                        Set.of(),
                        List.of(clause),
                        List.of(),
                        obligations,
                        List.of(reason),
                        1));
    }

    private Optional<Evaluation> allowed(Applicable rules) {
        boolean isReadable =
                rules.ambiguities().equals(Set.of(Ambiguity.UNCONSULTED_CONTEXT))
                        && read.isLegible()
                        && Signals.areRead(question, rules);
        double sure = read.harmless();
        double floor = Certainty.ofAllowing(question.risk());
        return isReadable && !read.hasPlainCue() && sure >= floor
                ? Optional.of(
                        new Applicable(
                                Effect.ALLOW,
                                Set.of(),
                                rules.clauses(),
                                List.of(),
                                List.of(),
                                List.of("all that is told was read and no clause bears on it"),
                                sure))
                : Optional.empty();
    }

    private static String quoted(Assessment.Finding found) {
        return "\"" + found.sentence().replaceAll("\\p{Cntrl}+", " ") + "\"";
    }
}
