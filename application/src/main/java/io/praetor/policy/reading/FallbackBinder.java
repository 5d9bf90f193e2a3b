package io.praetor.policy.reading;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Fallbacks.Unresolved;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Problems;
import io.praetor.situation.RiskLevel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what holds where rules leave off. */
final class FallbackBinder {
    private final Vocabulary vocabulary;
    private final ObligationBinder obligations;
    private final Problems problems;

    FallbackBinder(Vocabulary vocabulary, ObligationBinder obligations, Problems problems) {
        this.vocabulary = vocabulary;
        this.obligations = obligations;
        this.problems = problems;
    }

    Fallbacks bind(Fields top) {
        Effect weakest =
                top.fields("uncovered", PolicyShapes.UNCOVERED)
                        .flatMap(uncovered -> uncovered.choice("weakest", Words.EFFECTS))
                        .orElse(Effect.DENY);
        Fallbacks.Default noRule =
                top.fields("default", PolicyShapes.DEFAULT)
                        .map(fields -> noRule(fields, weakest))
                        .orElse(
                                new Fallbacks.Default(
                                        Effect.DENY, Vocabulary.UNREADABLE, List.of()));
        return new Fallbacks(noRule, weakest, unresolved(top));
    }

    private Fallbacks.Default noRule(Fields fields, Effect weakest) {
        Effect effect = fields.choice("effect", Words.EFFECTS).orElse(Effect.DENY);
        if (effect.isWeakerThan(weakest)) {
            problems.error(
                    fields.positionOf("effect"),
                    "`default` is weaker than `uncovered.weakest`, which is `%s`"
                            .formatted(weakest.label()));
        }
        ClauseId clause = vocabulary.clause(fields, "clause");
        return new Fallbacks.Default(
                effect, clause, obligations.ofEffect(fields, effect, clause, Optional.empty()));
    }

    private Map<Ambiguity, Unresolved> unresolved(Fields top) {
        Map<Ambiguity, Unresolved> cases = new EnumMap<>(Ambiguity.class);
        Optional<Fields> fields = top.fields("unresolved", PolicyShapes.UNRESOLVED);
        for (Ambiguity ambiguity : Ambiguity.values()) {
            fields.flatMap(all -> all.fields(ambiguity.label(), PolicyShapes.UNRESOLVED_CASE))
                    .ifPresent(one -> cases.put(ambiguity, unresolvedCase(one)));
        }
        return cases;
    }

    private Unresolved unresolvedCase(Fields fields) {
        Map<RiskLevel, Effect> byRisk = new EnumMap<>(RiskLevel.class);
        for (RiskLevel risk : RiskLevel.values()) {
            fields.choice(risk.label(), Words.EFFECTS)
                    .ifPresent(effect -> byRisk.put(risk, effect));
        }
        return new Unresolved(vocabulary.clause(fields, "clause"), byRisk);
    }
}
