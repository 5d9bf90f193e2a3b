package io.praetor.decision;

import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Which obligations a situation already fulfils, and the effect that is left.
 *
 * <p>An approval counts when somebody other than the actor gave it, in the asked capacity, at most
 * the policy's expiry before the request; each person counts once. An approval that names an
 * obligation counts for that one only. DENY never steps down.
 */
final class Discharging {
    /** How far an approval's clock may be ahead of the request's: five minutes of clock skew. */
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private final Situation situation;
    private final Duration expiry;

    Discharging(Situation situation, Duration expiry) {
        this.situation = situation;
        this.expiry = expiry;
    }

    List<Discharge> of(List<Obligation> obligations) {
        return obligations.stream().map(this::of).toList();
    }

    /** The strictest effect still open; the resolved one where nothing asked for it. */
    static Effect stepDown(Effect resolved, List<Discharge> discharges) {
        boolean asked =
                discharges.stream().anyMatch(each -> each.obligation().effect() == resolved);
        if (resolved == Effect.DENY || !asked) {
            return resolved;
        }
        return discharges.stream()
                .filter(each -> !each.isMet())
                .map(each -> each.obligation().effect())
                .reduce(Effect.ALLOW, Effect::strictest);
    }

    private Discharge of(Obligation obligation) {
        String id = ObligationId.of(obligation, situation);
        return switch (obligation) {
            case Obligation.SecondFactor _ -> {
                boolean isSeen = situation.context().mfa().orElse(false);
                yield new Discharge(id, obligation, isSeen, List.of());
            }
            case Obligation.Attestation attestation -> {
                List<String> by = approvers(id, attestation.by(), false);
                yield new Discharge(id, obligation, by.size() >= attestation.count(), by);
            }
            case Obligation.HumanReview _ -> {
                List<String> by = approvers(id, Obligation.Attester.PEER, true);
                yield new Discharge(id, obligation, !by.isEmpty(), by);
            }
        };
    }

    private List<String> approvers(String id, Obligation.Attester by, boolean mustName) {
        TreeMap<String, String> distinct = new TreeMap<>();
        for (Approval approval : situation.context().approvals()) {
            boolean isNamed = approval.obligation().map(id::equals).orElse(!mustName);
            if (isNamed && isCapable(approval, by) && isByAnother(approval) && isFresh(approval)) {
                distinct.putIfAbsent(folded(approval.by()), approval.by());
            }
        }
        return List.copyOf(distinct.values());
    }

    private static boolean isCapable(Approval approval, Obligation.Attester by) {
        return switch (by) {
            case PEER -> true;
            case ADMIN -> approval.kind() == ApprovalKind.ADMIN;
        };
    }

    private boolean isByAnother(Approval approval) {
        return !folded(approval.by()).equals(folded(situation.actor().id()));
    }

    private boolean isFresh(Approval approval) {
        return !approval.at().isBefore(situation.at().minus(expiry))
                && !approval.at().isAfter(situation.at().plus(SKEW_MAX));
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
