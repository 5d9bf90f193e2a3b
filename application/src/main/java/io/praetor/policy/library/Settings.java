package io.praetor.policy.library;

import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicySet;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.TrustSettings;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a policy says once, by the dotted names of its file. */
final class Settings {
    private final Map<String, String> values = new TreeMap<>();

    private Settings() {}

    static Map<String, String> of(PolicySet policy) {
        Settings settings = new Settings();
        settings.header(policy.header());
        settings.team(policy.team());
        settings.trust(policy.trust());
        settings.fallbacks(policy.fallbacks());
        settings.put("approvals.expiry-hours", "" + policy.approvalExpiry().toHours());
        settings.put("atp.when-absent", policy.chargeAbsentAtp() ? "charge" : "waive");
        return settings.values;
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private void header(PolicyHeader header) {
        put("policy", header.id());
        put("version", header.version());
        put("parent", header.parent().orElse(""));
        put("reason", header.reason());
        put("approver", header.approver().orElse(""));
    }

    private void team(TeamSettings team) {
        put("team.serves", PolicyOutline.list(team.teams()));
        put("team.zone", team.zone().getId());
        put("team.hours", team.hours().map(Settings::hours).orElse(""));
        put("team.unusual-off-hours-share", PolicyOutline.number(team.unusualOffHoursShare()));
        put("team.norms", team.norms().orElse(""));
        put("team.wider-effect", PolicyOutline.list(team.widerEffect()));
    }

    private static String hours(TeamSettings.Hours hours) {
        String days =
                hours.days().stream().sorted().map(Labels::of).collect(Collectors.joining(", "));
        return "%s to %s on %s".formatted(hours.from(), hours.to(), days);
    }

    private void trust(TrustSettings trust) {
        TrustSettings.Weights weights = trust.weights();
        put("trust.aggregate", Labels.of(trust.aggregate()));
        put(
                "trust.weights",
                "%s, %s, %s"
                        .formatted(
                                PolicyOutline.number(weights.competence()),
                                PolicyOutline.number(weights.reliability()),
                                PolicyOutline.number(weights.integrity())));
        put("trust.margin", PolicyOutline.number(trust.margin()));
        put("trust.coherence-floor", PolicyOutline.number(trust.coherenceFloor()));
    }

    private void fallbacks(Fallbacks fallbacks) {
        put("default.effect", fallbacks.noRule().effect().label());
        put("default.clause", fallbacks.noRule().clause().value());
        put(
                "default.attest",
                fallbacks.noRule().obligations().stream()
                        .map(PolicyOutline::obligation)
                        .collect(Collectors.joining(", ")));
        put("uncovered.weakest", fallbacks.uncoveredWeakest().label());
        fallbacks
                .unresolved()
                .forEach(
                        (ambiguity, unresolved) -> {
                            String name = "unresolved." + ambiguity.label();
                            put(name + ".clause", unresolved.clause().value());
                            Arrays.stream(RiskLevel.values())
                                    .forEach(
                                            risk ->
                                                    put(
                                                            name + "." + risk.label(),
                                                            unresolved.at(risk).label()));
                        });
    }
}
