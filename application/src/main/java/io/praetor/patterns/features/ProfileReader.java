package io.praetor.patterns.features;

import io.praetor.patterns.Frame;
import io.praetor.patterns.Profile;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.RuleId;
import io.praetor.policy.TrustTest;
import io.praetor.situation.Approval;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads situations under one policy set. Every input is either in the profile or one of these,
 * which name a request and say nothing of it: the request's and the session's id, the instant
 * beyond the team's hours. Thread-safe.
 */
public final class ProfileReader {
    private final PolicySet policy;
    private final TrustBands trust;

    public ProfileReader(PolicySet policy) {
        this.policy = policy;
        Map<RuleId, Double> thresholds = new HashMap<>();
        policy.sections().stream()
                .flatMap(section -> section.rules().stream())
                .forEach(
                        rule ->
                                rule.trust()
                                        .map(TrustTest::threshold)
                                        .ifPresent(it -> thresholds.put(rule.id(), it)));
        trust = new TrustBands(policy.trust(), thresholds);
    }

    public PolicySet policy() {
        return policy;
    }

    /**
     * @param situation with role and counters in place, as it was judged
     * @param byRules what the rules of this policy set said of it
     */
    public Profile read(Situation situation, Evaluation byRules, RiskLevel risk) {
        Map<String, String> inputs = new HashMap<>();
        addActor(situation, byRules, inputs);
        addResource(situation.resource(), inputs);
        addContext(situation.context(), inputs);
        inputs.put("hours", policy.team().isWithinHours(situation.at()) ? "inside" : "outside");
        addAll("parameter.", situation.action().parameters(), inputs);
        if (byRules instanceof Evaluation.Applicable said && !said.ambiguities().isEmpty()) {
            inputs.put("unsure", new TreeSet<>(said.ambiguities()).toString());
        }
        SaidTexts said = SaidTexts.of(situation);
        return new Profile(
                new Frame(situation.action().type(), signature(byRules), risk, said.parts()),
                inputs,
                said.shingles());
    }

    private void addActor(Situation situation, Evaluation byRules, Map<String, String> inputs) {
        inputs.put(Profile.ACTOR, situation.actor().id());
        inputs.put("kind", situation.actor().kind().label());
        situation.actor().role().ifPresent(role -> inputs.put("role", role));
        trust.band(situation.actor().trust(), rules(byRules))
                .ifPresent(band -> inputs.put("trust", band));
        Identity identity = situation.actor().identity();
        identity.level().ifPresent(level -> inputs.put("identity", level.label()));
        identity.trend().ifPresent(trend -> inputs.put("trend", trend.label()));
        addCoherence("coherence", identity.coherence(), inputs);
        situation.actor().atpAvailable().ifPresent(it -> inputs.put("atp", Bands.of(it)));
        addAll("subject.", situation.actor().properties(), inputs);
    }

    private static void addResource(Resource resource, Map<String, String> inputs) {
        resource.named().map(Bands::folded).ifPresent(id -> inputs.put(Profile.RESOURCE, id));
        if (resource.isNamed()) {
            inputs.put("class", ResourceClass.of(resource));
            inputs.put("environment", resource.environment().label());
        }
        addAll("resource.", resource.properties(), inputs);
    }

    private void addContext(Context context, Map<String, String> inputs) {
        context.team().ifPresent(team -> inputs.put("team", team));
        context.callerRisk().ifPresent(risk -> inputs.put("caller_risk", risk.label()));
        context.incident().ifPresent(status -> inputs.put("incident", Bands.of(status)));
        context.approvalPending().ifPresent(_ -> inputs.put("approval_pending", "yes"));
        context.mfa().ifPresent(seen -> inputs.put("mfa", seen.toString()));
        addCoherence("session", context.coherence().d9Score(), inputs);
        context.coherence()
                .selfReferenceRate()
                .ifPresent(rate -> inputs.put("self_reference", Bands.of(rate)));
        context.coherence().coupling().ifPresent(it -> inputs.put("coupling", it.label()));
        if (!context.approvals().isEmpty()) {
            inputs.put("approvals", approvals(context.approvals()));
        }
        addAll("signal.", context.signals(), inputs);
        addAll("counter.", context.counters(), inputs);
        addAll("context.", context.extras(), inputs);
    }

    private void addCoherence(String name, OptionalDouble value, Map<String, String> inputs) {
        if (value.isPresent()) {
            boolean isLow = value.getAsDouble() < policy.trust().coherenceFloor();
            inputs.put(name, isLow ? "below floor" : "at floor or above");
        }
    }

    private static void addAll(String prefix, Attributes attributes, Map<String, String> inputs) {
        attributes
                .values()
                .forEach((name, value) -> Bands.spread(prefix + name, value, inputs::put));
    }

    private static String approvals(List<Approval> approvals) {
        return approvals.stream()
                .map(each -> each.kind().label())
                .sorted()
                .collect(Collectors.joining("+"));
    }

    private static List<RuleId> rules(Evaluation byRules) {
        return switch (byRules) {
            case Evaluation.Applicable said -> said.rules();
            case Evaluation.Indeterminate said -> said.rules();
            case Evaluation.NotApplicable() -> List.of();
        };
    }

    /** What the rules said, as far as a decision can turn on it. */
    private static String signature(Evaluation byRules) {
        return switch (byRules) {
            case Evaluation.Applicable said -> said.effect().label() + " by " + said.clauses();
            case Evaluation.NotApplicable() -> "not applicable";
            case Evaluation.Indeterminate said ->
                    "indeterminate at least %s by %s: %s"
                            .formatted(said.atLeast().label(), said.clauses(), said.cause());
        };
    }
}
