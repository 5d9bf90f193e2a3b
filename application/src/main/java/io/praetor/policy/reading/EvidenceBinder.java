package io.praetor.policy.reading;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a clause comes to where prose shows that it bears and the rules do not say. */
final class EvidenceBinder {
    private final Set<String> actions;
    private final ObligationBinder obligations;
    private final Problems problems;

    EvidenceBinder(
            Map<String, ActionFamily> families, ObligationBinder obligations, Problems problems) {
        actions =
                families.values().stream()
                        .flatMap(family -> family.actions().stream())
                        .collect(Collectors.toSet());
        this.obligations = obligations;
        this.problems = problems;
    }

    /** The action type that this clause's matter comes to. */
    Optional<String> actsAs(Fields evidence) {
        Optional<Scalar> name = evidence.scalar("as");
        name.filter(it -> !actions.contains(it.text()))
                .ifPresent(it -> problems.unknown(it.position(), "action", it.text(), actions));
        return name.map(Scalar::text);
    }

    Optional<Effect> effect(Fields evidence) {
        if (!evidence.has("as") && !evidence.has("effect")) {
            problems.error(
                    evidence.position(), "`evidence` says `as` what action it counts, or `effect`");
        }
        return evidence.choice("effect", Words.EFFECTS);
    }

    List<Obligation> obligations(Fields evidence, Optional<Effect> effect, ClauseId clause) {
        return obligations.ofEffect(
                evidence, effect.orElse(Effect.ALLOW), clause, Optional.empty());
    }
}
