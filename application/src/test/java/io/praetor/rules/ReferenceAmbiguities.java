package io.praetor.rules;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Context;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a result that is no denial is not conclusive: the list on the design page, item by item.
 *
 * @param consulted what the conditions of the rules that fired read
 */
record ReferenceAmbiguities(
        ReferenceFacts facts, Set<String> consulted, Set<String> missing, boolean narrow) {

    Set<Ambiguity> found() {
        Set<Ambiguity> found = EnumSet.noneOf(Ambiguity.class);
        add(found, Ambiguity.BORDERLINE_TRUST, narrow);
        add(found, Ambiguity.WEAK_IDENTITY, isWeak());
        add(found, Ambiguity.UNCONSULTED_CONTEXT, isUnconsulted());
        add(found, Ambiguity.UNUSUAL_HOURS, isUnusual());
        add(found, Ambiguity.WIDER_EFFECT, isWider());
        add(found, Ambiguity.CALLER_RISK, isAlarmed());
        add(found, Ambiguity.MISSING_INPUT, !missing.isEmpty());
        return found;
    }

    private static void add(Set<Ambiguity> found, Ambiguity ambiguity, boolean holds) {
        if (holds) {
            found.add(ambiguity);
        }
    }

    private boolean isWeak() {
        var identity = facts.situation().actor().identity();
        return identity.trend().equals(Optional.of(Trend.DECLINING))
                || identity.coherence().orElse(1) < facts.policy().trust().coherenceFloor();
    }

    private boolean isUnconsulted() {
        Situation situation = facts.situation();
        Context context = situation.context();
        List<String> texts = new ArrayList<>();
        texts.addAll(context.history().isEmpty() ? List.of() : List.of("context.history"));
        situation.action().description().ifPresent(_ -> texts.add("action.description"));
        context.incident().ifPresent(_ -> texts.add("context.incident"));
        context.approvalPending().ifPresent(_ -> texts.add("context.approval_pending"));
        boolean overlooked = !consulted.contains("prose") && !consulted.containsAll(texts);
        return overlooked
                || context.signals().values().keySet().stream().anyMatch(this::isOverlooked);
    }

    /** The engine itself looks at the share of off-hours work. */
    private boolean isOverlooked(String signal) {
        String input = "context.signals." + signal;
        return !signal.equals("off_hours_share")
                && consulted.stream()
                        .noneMatch(
                                it ->
                                        it.equals("context.signals")
                                                || it.equals(input)
                                                || it.startsWith(input + "."));
    }

    private boolean isUnusual() {
        PolicySet policy = facts.policy();
        Situation situation = facts.situation();
        return situation.context().signals().values().get("off_hours_share") instanceof Double share
                && share < policy.team().unusualOffHoursShare()
                && !policy.team().isWithinHours(situation.at());
    }

    private boolean isWider() {
        return !facts.isRead() && facts.coversResource(facts.policy().team().widerEffect());
    }

    private boolean isAlarmed() {
        return facts.situation()
                .context()
                .callerRisk()
                .filter(it -> it == RiskLevel.HIGH || it == RiskLevel.CRITICAL)
                .isPresent();
    }
}
