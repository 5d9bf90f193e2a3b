package io.praetor.sample;

import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.precedent.PrecedentReasoner;
import io.praetor.retrieval.Precedent;
import io.praetor.rules.Consequences;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the built-in reasoner under the sample policy, as an admin of good standing. */
final class PrecedentAsking {
    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");
    static final RuleEngine ENGINE =
            RuleEngine.compile(SampleDecisions.read(Shipped.text(Shipped.POLICY)).policy());
    static final List<Precedent> LIBRARY = PrecedentFigures.library(ENGINE);
    static final PrecedentReasoner REASONER = reasoner(ENGINE.policy(), LIBRARY);

    private PrecedentAsking() {}

    static PrecedentReasoner reasoner(PolicySet policy, List<Precedent> library) {
        return new PrecedentReasoner(
                policy, library, Optional.empty(), Consequences.of(RuleEngine.compile(policy))::of);
    }

    static Situation situation(String action, String resource, String details) {
        return situation(Map.of("action_type", action, "resource", resource, "details", details));
    }

    static Situation situation(Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>();
        request.put("actor_id", "user:pat");
        request.put("actor_role", "admin");
        request.put(
                "t3_tensor", Map.of("competence", 0.95, "reliability", 0.95, "integrity", 0.95));
        request.putAll(more);
        return ((Admission.Admitted) new SituationReader().read(request, NOON)).situation();
    }

    static Evaluation ask(Situation situation) {
        return opinion(REASONER, situation).evaluation();
    }

    static Opinion opinion(PrecedentReasoner reasoner, Situation situation) {
        RuleOutcome rules = ENGINE.evaluate(situation);
        return reasoner.reason(
                new Question(situation, rules.evaluation(), rules.risk(), ENGINE.policy()));
    }
}
