package io.praetor.rules;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import java.util.List;

/** What one rule that fired says. */
record Finding(
        CompiledRule rule,
        Effect effect,
        List<ClauseId> clauses,
        List<Obligation> obligations,
        Consulted consulted,
        String reason) {}
