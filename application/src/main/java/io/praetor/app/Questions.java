package io.praetor.app;

import io.praetor.app.GovernedVersions.Chosen;
import io.praetor.decision.Decision;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.recording.ReviewOutcomes;
import io.praetor.governance.selection.MetaContexts;
import io.praetor.governance.selection.Question;
import io.praetor.policy.ActionFamily;
import io.praetor.policy.Clause;
import io.praetor.policy.PolicySet;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.situation.Attributes;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Situations and decisions in the words of governance. */
final class Questions {
    private Questions() {}

    static Question of(Situation situation, PolicySet policy) {
        String action = situation.action().type();
        Optional<ActionFamily> family = policy.familyOf(action);
        List<String> tasks = new ArrayList<>();
        tasks.add(action);
        family.map(ActionFamily::name).ifPresent(tasks::add);
        return new Question(
                situation.requestId().orElse(""),
                Optional.of(situation.actor().id()),
                situation.context().team(),
                tasks,
                family.map(ActionFamily::name).orElse(Question.OTHER),
                // An action that the policy does not know is not assumed to be harmless.
                family.map(ActionFamily::risk).orElse(RiskLevel.HIGH),
                situation.resource().environment(),
                meta(situation),
                situation.at());
    }

    /** Dialects keep {@code context.meta} as it came, or spread it among what else was sent. */
    private static MetaContext meta(Situation situation) {
        Attributes extras = situation.context().extras();
        return MetaContexts.of(
                extras.values().get("meta") instanceof Map<?, ?> meta ? meta : extras.values());
    }

    static RecordedEpisode episode(Chosen chosen, Decision decision) {
        Situation situation = decision.situation();
        Cluster cluster = chosen.selected().cluster();
        boolean isSelected = chosen.mode() == Mode.CANARY || chosen.mode() == Mode.ENFORCED;
        return new RecordedEpisode(
                ReviewOutcomes.episodeId(decision.id().toString(), chosen.acting()),
                chosen.selected().record().family().id(),
                new Episode(
                        chosen.version(),
                        chosen.mode(),
                        cluster,
                        potency(decision),
                        isSelected ? chosen.selected().selection().propensity() : 1),
                decision.id().toString(),
                meta(situation),
                chosen.selected().selection().reason(),
                chosen.selected().record().state().revision(),
                decision.decidedAt());
    }

    /** Of the strongest clause the decision rests on. */
    private static double potency(Decision decision) {
        return decision.clauses().stream()
                .flatMap(id -> Optional.ofNullable(decision.policy().clauses().get(id)).stream())
                .mapToDouble(Clause::potency)
                .max()
                .orElse(0);
    }
}
