package io.praetor.rules;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.Glob;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds why a result that is no denial is not conclusive, each reason in words (design, "When rules
 * are conclusive"). Thread-safe.
 */
final class Ambiguities {
    private static final String OFF_HOURS_SHARE = "off_hours_share";

    private final PolicySet policy;
    private final Glob[] widerEffect;

    Ambiguities(PolicySet policy) {
        this.policy = policy;
        widerEffect = policy.team().widerEffect().stream().map(Glob::folded).toArray(Glob[]::new);
    }

    /** One evaluation's ambiguities; nothing is allocated until there is one. */
    static final class Found {
        private Set<Ambiguity> ambiguities = Set.of();
        private List<String> reasons = List.of();

        private void add(Ambiguity ambiguity, String reason) {
            if (ambiguities.isEmpty()) {
                ambiguities = EnumSet.noneOf(Ambiguity.class);
                reasons = new ArrayList<>();
            }
            ambiguities.add(ambiguity);
            reasons.add(reason);
        }

        Set<Ambiguity> ambiguities() {
            return ambiguities;
        }

        List<String> reasons() {
            return reasons;
        }
    }

    Found in(Tally tally, boolean isRead) {
        Found found = new Found();
        Situation situation = tally.facts.situation();
        if (!Double.isNaN(tally.narrowly())) {
            found.add(Ambiguity.BORDERLINE_TRUST, borderline(tally));
        }
        addWeakIdentity(situation.actor().identity(), found);
        addUnconsulted(tally, found);
        addUnusualHours(tally, found);
        if (!isRead && hasWiderEffect(tally.facts.foldedResource())) {
            found.add(
                    Ambiguity.WIDER_EFFECT,
                    "changing `" + situation.resource().id() + "` reaches further than its name");
        }
        situation
                .context()
                .callerRisk()
                .filter(risk -> risk.atLeast(RiskLevel.HIGH))
                .ifPresent(
                        risk ->
                                found.add(
                                        Ambiguity.CALLER_RISK,
                                        "the caller calls the risk " + risk.label()));
        if (!tally.missing().isEmpty()) {
            found.add(Ambiguity.MISSING_INPUT, "missing: " + String.join(", ", tally.missing()));
        }
        return found;
    }

    private String borderline(Tally tally) {
        return "trust "
                + Figures.share(tally.scalar)
                + " or one of its dimensions is within "
                + Figures.share(policy.trust().margin())
                + " of "
                + Figures.share(tally.narrowly());
    }

    private void addWeakIdentity(Identity identity, Found found) {
        if (identity.trend().isPresent() && identity.trend().get() == Trend.DECLINING) {
            found.add(Ambiguity.WEAK_IDENTITY, "the identity's trend is declining");
        }
        double floor = policy.trust().coherenceFloor();
        if (identity.coherence().isPresent() && identity.coherence().getAsDouble() < floor) {
            found.add(
                    Ambiguity.WEAK_IDENTITY,
                    "identity coherence "
                            + Figures.share(identity.coherence().getAsDouble())
                            + " is below "
                            + Figures.share(floor));
        }
    }

    private void addUnconsulted(Tally tally, Found found) {
        Context context = tally.facts.situation().context();
        boolean described = tally.facts.situation().action().description().isPresent();
        addPart(!context.history().isEmpty(), Consulted.Part.HISTORY, tally, found);
        addPart(described, Consulted.Part.DESCRIPTION, tally, found);
        addPart(context.incident().isPresent(), Consulted.Part.INCIDENT, tally, found);
        addPart(
                context.approvalPending().isPresent(),
                Consulted.Part.APPROVAL_PENDING,
                tally,
                found);
        if (!context.signals().isEmpty()) {
            addSignals(context.signals().values().keySet(), tally, found);
        }
    }

    private static void addPart(boolean isPresent, Consulted.Part part, Tally tally, Found found) {
        if (!isPresent) {
            return;
        }
        for (int i = 0; i < tally.findings.size(); i++) {
            if (tally.findings.get(i).consulted().covers(part)) {
                return;
            }
        }
        found.add(
                Ambiguity.UNCONSULTED_CONTEXT,
                "no rule took the " + part.words() + " into account");
    }

    /** The share of off-hours work is consulted here, where the team names its hours. */
    private void addSignals(Set<String> names, Tally tally, Found found) {
        for (String name : names) {
            boolean isOurs = name.equals(OFF_HOURS_SHARE) && policy.team().hours().isPresent();
            if (!isOurs && !isConsulted(name, tally)) {
                found.add(
                        Ambiguity.UNCONSULTED_CONTEXT,
                        "no rule took the signal `" + name + "` into account");
            }
        }
    }

    private static boolean isConsulted(String signal, Tally tally) {
        for (int i = 0; i < tally.findings.size(); i++) {
            if (tally.findings.get(i).consulted().coversSignal(signal)) {
                return true;
            }
        }
        return false;
    }

    private void addUnusualHours(Tally tally, Found found) {
        Object share = tally.facts.situation().context().signals().values().get(OFF_HOURS_SHARE);
        double usual = policy.team().unusualOffHoursShare();
        if (share instanceof Double number && number < usual && tally.facts.isOffHours()) {
            found.add(
                    Ambiguity.UNUSUAL_HOURS,
                    "outside team hours, where the actor does "
                            + Figures.share(number)
                            + " of its work");
        }
    }

    private boolean hasWiderEffect(String resource) {
        for (Glob glob : widerEffect) {
            if (!resource.isEmpty() && glob.matches(resource)) {
                return true;
            }
        }
        return false;
    }
}
