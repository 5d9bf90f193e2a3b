package io.praetor.decision;

import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import java.util.List;
import java.util.stream.Collectors;

/** Says a decision in one to three sentences. */
final class Rationale {
    private Rationale() {}

    static String of(Decision decision) {
        StringBuilder said = new StringBuilder(verdict(decision.effect()));
        said.append(": ");
        said.append(
                decision.reasons().stream()
                        .map(Rationale::withoutFullStop)
                        .collect(Collectors.joining("; ")));
        said.append('.');
        List<Obligation> open = decision.open();
        if (decision.effect() != Effect.DENY && !open.isEmpty()) {
            said.append(" Still needed: ");
            said.append(open.stream().map(Obligation::ask).collect(Collectors.joining("; ")));
            said.append('.');
        }
        if (decision.effect().isWeakerThan(decision.resolved())) {
            said.append(" Already fulfilled: ").append(fulfilled(decision)).append('.');
        }
        return said.toString();
    }

    /** A clause's text is a reason too, and ends like a sentence. */
    private static String withoutFullStop(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static String verdict(Effect effect) {
        return switch (effect) {
            case ALLOW -> "Allowed";
            case REQUIRE_MFA -> "A second factor is required";
            case REQUIRE_ATTESTATION -> "Another person has to attest";
            case DENY -> "Denied";
        };
    }

    private static String fulfilled(Decision decision) {
        return decision.obligations().stream()
                .filter(Discharge::isMet)
                .map(
                        met ->
                                met.by().isEmpty()
                                        ? met.obligation().ask()
                                        : met.obligation().ask()
                                                + " by "
                                                + String.join(", ", met.by()))
                .collect(Collectors.joining("; "));
    }
}
