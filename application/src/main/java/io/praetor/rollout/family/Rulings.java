package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Check;
import io.praetor.rollout.life.Check.Allowed;
import io.praetor.rollout.life.Consequence;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Transitions;
import io.praetor.rollout.life.VersionState;
import java.util.Optional;
import java.util.Set;

/**
 * What a change request does to a family: the check, and the change where it passes. Pure; keeping
 * the change and acting on it are the caller's, in one transaction.
 */
public final class Rulings {
    private Rulings() {}

    public static Ruling on(FamilyState family, ChangeRequest asked) {
        boolean automatic = asked.request().by() instanceof Initiator.Automatic;
        boolean rollback = asked.request().action() == RolloutAction.ROLLBACK;
        if (automatic && rollback && family.isExhausted(asked.at())) {
            return FamilyRulings.pausedInstead(family, asked);
        }
        return switch (asked.target()) {
            case Target.Whole(VersionId version) -> whole(family, version, asked);
            case Target.Local(VersionId version, Cluster cluster) ->
                    FamilyRulings.local(family, version, cluster, asked);
            case Target.Everything _ -> FamilyRulings.everything(family, asked);
        };
    }

    private static Ruling whole(FamilyState family, VersionId version, ChangeRequest asked) {
        Check check =
                Transitions.check(family.standing(version), asked.request(), asked.evidence());
        return switch (check) {
            case Allowed allowed -> {
                Heads after = heads(family, version, allowed);
                yield Amendment.of(family, asked)
                        .to(Optional.of(allowed.to()))
                        .heads(after)
                        .judgedBy(allowed.gates())
                        .made();
            }
            case Check.Refused refused -> new Ruling.Unchanged(refused);
            case Check.GateNotMet unmet -> new Ruling.Unchanged(unmet);
        };
    }

    private static Heads heads(FamilyState family, VersionId version, Allowed allowed) {
        Heads heads = family.heads();
        Set<Consequence> consequences = allowed.consequences();
        if (consequences.contains(Consequence.MOVE_DEFAULT)) {
            return heads.withDefault(version);
        }
        if (consequences.contains(Consequence.MOVE_FALLBACK)) {
            return heads.withFallback(version);
        }
        if (consequences.contains(Consequence.FALL_BACK)) {
            return heads.without(version);
        }
        boolean restored =
                consequences.contains(Consequence.RESTORE_DEFAULT)
                        && wasDefault(family, version)
                        && allowed.to() instanceof VersionState.Live;
        return restored ? heads.withDefault(version) : heads;
    }

    private static boolean wasDefault(FamilyState family, VersionId version) {
        return family.stateOf(version)
                .filter(state -> state instanceof VersionState.Quarantined(_, boolean was) && was)
                .isPresent();
    }
}
