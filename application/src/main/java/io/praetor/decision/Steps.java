package io.praetor.decision;

import io.praetor.policy.PolicySet;
import io.praetor.situation.Context;
import io.praetor.situation.Environment;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was looked at, a line each: role, trust, environment, context. */
final class Steps {
    private Steps() {}

    static List<String> of(Decision decision) {
        Situation situation = decision.situation();
        return List.of(
                "role: " + situation.actor().role().orElse("unknown"),
                "trust: " + trust(situation.actor().trust()),
                "environment: " + environment(situation),
                "context: " + context(situation, decision.policy()));
    }

    private static String trust(Trust trust) {
        if (trust.equals(Trust.UNKNOWN)) {
            return "none given";
        }
        return "competence %s, reliability %s, integrity %s"
                .formatted(
                        figure(trust.competence()),
                        figure(trust.reliability()),
                        figure(trust.integrity()));
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.2f", value.getAsDouble())
                : "not given";
    }

    private static String environment(Situation situation) {
        if (!situation.resource().isNamed()) {
            return "no resource named";
        }
        Environment environment = situation.resource().environment();
        return environment == Environment.NONE ? "none named" : environment.label();
    }

    private static String context(Situation situation, PolicySet policy) {
        Context context = situation.context();
        List<String> present = new ArrayList<>();
        if (!policy.team().isWithinHours(situation.at())) {
            present.add("outside team hours");
        }
        context.incident().ifPresent(status -> present.add("incident " + status));
        if (!context.history().isEmpty()) {
            present.add("history of " + context.history().size());
        }
        if (situation.action().description().isPresent()) {
            present.add("details given");
        }
        if (!context.signals().isEmpty()) {
            present.add("signals " + String.join(", ", context.signals().values().keySet()));
        }
        if (!context.approvals().isEmpty()) {
            present.add("%d approval(s) vouched for".formatted(context.approvals().size()));
        }
        return present.isEmpty() ? "nothing beyond the request" : String.join("; ", present);
    }
}
