package io.praetor.policy;

import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds where rules leave off.
 *
 * @param noRule the effect and clause where nothing applies; the engine's own last resort is DENY
 * @param uncoveredWeakest the weakest effect that a pattern or reasoning may give there
 * @param unresolved per ambiguity, what stands when nobody resolved it
 */
public record Fallbacks(
        Default noRule, Effect uncoveredWeakest, Map<Ambiguity, Unresolved> unresolved) {
    public Fallbacks {
        unresolved = Map.copyOf(unresolved);
    }

    public record Default(Effect effect, ClauseId clause, List<Obligation> obligations) {
        public Default {
            obligations = List.copyOf(obligations);
        }
    }

    /**
     * @param byRisk the effect for each risk level; REQUIRE_ATTESTATION where a level is not named
     */
    public record Unresolved(ClauseId clause, Map<RiskLevel, Effect> byRisk) {
        public Unresolved {
            byRisk = Map.copyOf(byRisk);
        }

        public Effect at(RiskLevel risk) {
            return byRisk.getOrDefault(risk, Effect.REQUIRE_ATTESTATION);
        }
    }

    public Optional<Unresolved> of(Ambiguity ambiguity) {
        return Optional.ofNullable(unresolved.get(ambiguity));
    }
}
