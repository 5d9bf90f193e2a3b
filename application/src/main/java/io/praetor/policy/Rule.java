package io.praetor.policy;

import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule: whom it is about, when it holds, what follows.
 *
 * @param clause what it enforces
 * @param effect in a law section always ALLOW: the requirements decide
 * @param obligations what a REQUIRE effect, or a law rule's approval, asks for
 * @param atpCost at least 0; counted in a law section
 * @param priority lower first, in a first-match section
 * @param reason a sentence for the explanation; the clause's text where absent
 * @param advice a note that goes with the decision and changes nothing
 */
public record Rule(
        RuleId id,
        ClauseId clause,
        Target target,
        Optional<Condition> when,
        Optional<TrustTest> trust,
        Effect effect,
        List<Obligation> obligations,
        Optional<Waiver> waiver,
        double atpCost,
        OptionalInt priority,
        Optional<String> reason,
        Optional<String> advice,
        SourcePosition position) {
    public Rule {
        obligations = List.copyOf(obligations);
    }

    /**
     * Whether action, kind of actor and resource are what the rule is about, whatever the role. As
     * in an evaluation, what holds back does so in any letter case.
     */
    public boolean isAbout(Situation situation) {
        return target.isAbout(situation, effect.isStricterThan(Effect.ALLOW));
    }
}
