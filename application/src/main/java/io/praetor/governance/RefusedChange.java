package io.praetor.governance;

import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.life.Check;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Refusal;
import io.praetor.rollout.life.RolloutAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that was asked for and did not happen, as it is kept.
 *
 * @param number from 1 within a family
 * @param revision of the family it was asked of
 * @param refusal empty where gates were not met
 * @param gates each with value, bound and limit
 */
public record RefusedChange(
        String family,
        long number,
        long revision,
        RolloutAction action,
        String target,
        String requestedBy,
        Optional<String> approvedBy,
        String reason,
        Optional<Refusal> refusal,
        String message,
        List<GateOutcome> gates,
        Instant at) {
    public RefusedChange {
        gates = List.copyOf(gates);
    }

    /** Numbered by the store when it is kept. */
    public static RefusedChange of(FamilyRecord family, ChangeRequest asked, Check why) {
        Optional<Refusal> refusal =
                why instanceof Check.Refused(Refusal kind, String _)
                        ? Optional.of(kind)
                        : Optional.empty();
        return new RefusedChange(
                family.family().id(),
                0,
                family.state().revision(),
                asked.request().action(),
                asked.target().label(),
                asked.request().by().name(),
                asked.request().approvedBy(),
                asked.request().reason(),
                refusal,
                why instanceof Check.Refused(Refusal _, String said) ? said : "gate not met",
                why instanceof Check.GateNotMet(List<GateOutcome> gates) ? gates : List.of(),
                asked.at());
    }

    public RefusedChange numbered(long next) {
        return new RefusedChange(
                family,
                next,
                revision,
                action,
                target,
                requestedBy,
                approvedBy,
                reason,
                refusal,
                message,
                gates,
                at);
    }
}
