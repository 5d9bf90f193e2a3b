package io.praetor.rules;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.RuleId;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of all sections as one: those with the strictest effect determine it, the
 * obligations of all that ask for something are united, so that a second factor stays asked for
 * beside an attestation.
 */
final class Union {
    private final Effect effect;
    private final List<ClauseId> clauses = new ArrayList<>(2);
    private final List<RuleId> rules = new ArrayList<>(2);
    private final List<Obligation> obligations = new ArrayList<>(2);
    private final List<String> reasons = new ArrayList<>(2);

    private Union(Effect effect) {
        this.effect = effect;
    }

    static Union of(Tally tally, Effect strictest) {
        Union union = new Union(strictest);
        for (int i = 0; i < tally.findings.size(); i++) {
            Finding finding = tally.findings.get(i);
            if (finding.effect() == strictest) {
                union.addDetermining(finding);
            }
            if (strictest != Effect.DENY) {
                addNew(finding.obligations(), union.obligations);
            }
        }
        return union;
    }

    private void addDetermining(Finding finding) {
        addNew(finding.clauses(), clauses);
        rules.add(finding.rule().rule.id());
        if (!reasons.contains(finding.reason())) {
            reasons.add(finding.reason());
        }
    }

    private static <T> void addNew(List<T> from, List<T> into) {
        for (int i = 0; i < from.size(); i++) {
            if (!into.contains(from.get(i))) {
                into.add(from.get(i));
            }
        }
    }

    Evaluation applicable(Ambiguities.Found found) {
        reasons.addAll(found.reasons());
        return new Evaluation.Applicable(
                effect, found.ambiguities(), clauses, rules, obligations, reasons, 1);
    }

    Evaluation indeterminate(String cause) {
        return new Evaluation.Indeterminate(effect, cause, clauses, rules, obligations);
    }
}
