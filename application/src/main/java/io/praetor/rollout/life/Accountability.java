package io.praetor.rollout.life;

import io.praetor.rollout.life.Check.Refused;
import java.util.Optional;

/** Whether somebody answers for a change: a reason always, a named person for more autonomy. */
public final class Accountability {
    private Accountability() {}

    /**
     * @param approved whether the change takes a person's approval
     */
    public static Optional<Check> refusal(Request request, boolean approved, RiskTier riskTier) {
        if (request.reason().isBlank()) {
            return refused(Refusal.REASON_MISSING, "a change has a reason; give one");
        }
        if (!approved) {
            return Optional.empty();
        }
        Optional<String> approver = request.approvedBy().filter(name -> !name.isBlank());
        if (approver.isEmpty()) {
            return refused(
                    Refusal.APPROVAL_MISSING,
                    "`%s` gives more autonomy; name the person who approves it"
                            .formatted(request.action()));
        }
        boolean same = approver.get().equals(request.by().name());
        if (same && riskTier == RiskTier.RESTRICTED) {
            return refused(
                    Refusal.APPROVER_IS_REQUESTER,
                    "in a restricted family somebody else than `%s` approves"
                            .formatted(approver.get()));
        }
        return Optional.empty();
    }

    private static Optional<Check> refused(Refusal refusal, String message) {
        return Optional.of(new Refused(refusal, message));
    }
}
