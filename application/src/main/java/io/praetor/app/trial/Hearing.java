package io.praetor.app.trial;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.Authority;
import io.praetor.decision.Judgement;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;

/** Hears a version's reasoner on every situation, whether or not the rules leave room for it. */
final class Hearing {
    private final PolicyDecisionPoint byRules;

    Hearing(ActiveVersionSource versions) {
        this.byRules =
                TrialPoint.unrecorded(
                        situation -> versions.actingFor(situation).under(Authority.RULES_ONLY));
    }

    /**
     * @param ruled what the rules alone come to
     */
    record Heard(Judgement ruled, Opinion opinion) {
        PolicySet policy() {
            return ruled.version().rules().policy();
        }
    }

    Heard on(Situation situation) {
        Judgement ruled = byRules.judge(situation);
        RuleOutcome rules = ruled.trail().rules();
        Question question =
                new Question(
                        ruled.situation(),
                        rules.evaluation(),
                        rules.risk(),
                        ruled.version().rules().policy());
        Opinion opinion =
                ruled.version()
                        .reasoner()
                        .map(reasoner -> reasoner.reason(question))
                        .orElseGet(Hearing::nobody);
        return new Heard(ruled, opinion);
    }

    private static Opinion nobody() {
        return new Opinion(
                Evaluation.Indeterminate.because("nobody reasons under this policy"),
                new Opinion.Adviser("nobody", "none", false),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
