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
        said.append(": ").append(String.join("; ", decision.reasons())).append('.');
        List<Obligation> open = decision.open();
        if (decision.effect() != Effect.DENY && !open.isEmpty()) {
            said.append(" Still needed: ");
            said.append(open.stream().map(Rationale::ask).collect(Collectors.joining("; ")));
            said.append('.');
        }
        if (decision.effect().isWeakerThan(decision.resolved())) {
            said.append(" Already fulfilled: ").append(fulfilled(decision)).append('.');
        }
        return said.toString();
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
                                        ? ask(met.obligation())
                                        : ask(met.obligation())
                                                + " by "
                                                + String.join(", ", met.by()))
                .collect(Collectors.joining("; "));
    }

    private static String ask(Obligation obligation) {
        return switch (obligation) {
            case Obligation.SecondFactor _ -> "a second factor";
            case Obligation.HumanReview review ->
                    "a person who looks at why (" + review.why() + ")";
            case Obligation.Attestation attestation -> {
                String who =
                        switch (attestation.by()) {
                            case PEER -> "peer";
                            case ADMIN -> "admin";
                        };
                yield attestation.count() == 1
                        ? "one %s approval".formatted(who)
                        : "%d %s approvals".formatted(attestation.count(), who);
            }
        };
    }
}
