package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Accountability;
import io.praetor.rollout.life.Check;
import io.praetor.rollout.life.Check.Refused;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Refusal;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Transitions;
import java.util.Optional;

/** Rulings that leave every version in its state: on one cluster, or on the family. */
final class FamilyRulings {
    private FamilyRulings() {}

    /** PAUSE blocks an acting version in a cluster, RESUME unblocks it. */
    static Ruling local(
            FamilyState family, VersionId version, Cluster cluster, ChangeRequest asked) {
        Member member = family.members().get(version);
        boolean blocked = member != null && member.blocked().contains(cluster);
        if (blocked && asked.request().action() == RolloutAction.RESUME) {
            return byPerson(family, asked, family.heads());
        }
        if (blocked || asked.request().action() != RolloutAction.PAUSE) {
            return refused(asked, "a cluster is paused once, and resumed after that");
        }
        Check check =
                Transitions.check(family.standing(version), asked.request(), asked.evidence());
        return switch (check) {
            case Check.Allowed allowed ->
                    Amendment.of(family, asked).judgedBy(allowed.gates()).made();
            case Refused refused -> new Ruling.Unchanged(refused);
            case Check.GateNotMet unmet -> new Ruling.Unchanged(unmet);
        };
    }

    static Ruling everything(FamilyState family, ChangeRequest asked) {
        FamilyStatus status = family.heads().status();
        return switch (asked.request().action()) {
            case PAUSE ->
                    status == FamilyStatus.ACTIVE
                            ? paused(family, asked)
                            : refused(asked, "the family is " + status);
            case RESUME ->
                    status == FamilyStatus.PAUSED
                            ? byPerson(
                                    family, asked, family.heads().withStatus(FamilyStatus.ACTIVE))
                            : refused(asked, "the family is " + status);
            case GRANT -> byPerson(family, asked, family.heads());
            case GENESIS, SPAWN, ADVANCE, PROMOTE, EXPAND, ROLLBACK, DEPRECATE, SET_FALLBACK ->
                    refused(asked, "it is asked of a version");
        };
    }

    /** One automatic rollback too many stops the family instead, whatever the version. */
    static Ruling pausedInstead(FamilyState family, ChangeRequest asked) {
        Request request = asked.request();
        String reason =
                "%d automatic rollbacks within a day; not rolled back: %s (%s)"
                        .formatted(
                                FamilyState.AUTOMATIC_ROLLBACKS_MAX,
                                asked.target().label(),
                                request.reason());
        ChangeRequest instead =
                new ChangeRequest(
                        new Request(RolloutAction.PAUSE, request.by(), Optional.empty(), reason),
                        new Target.Everything(),
                        asked.evidence(),
                        asked.grounds(),
                        Optional.empty(),
                        asked.at());
        return everything(family, instead);
    }

    private static Ruling paused(FamilyState family, ChangeRequest asked) {
        return Accountability.refusal(asked.request(), false, family.riskTier())
                .<Ruling>map(Ruling.Unchanged::new)
                .orElseGet(
                        () ->
                                Amendment.of(family, asked)
                                        .heads(family.heads().withStatus(FamilyStatus.PAUSED))
                                        .made());
    }

    private static Ruling byPerson(FamilyState family, ChangeRequest asked, Heads after) {
        if (!(asked.request().by() instanceof Initiator.Person)) {
            return new Ruling.Unchanged(
                    new Refused(
                            Refusal.NOT_YOURS,
                            "`%s` takes a person, not `%s`"
                                    .formatted(
                                            asked.request().action(),
                                            asked.request().by().name())));
        }
        return Accountability.refusal(asked.request(), true, family.riskTier())
                .<Ruling>map(Ruling.Unchanged::new)
                .orElseGet(() -> Amendment.of(family, asked).heads(after).made());
    }

    private static Ruling refused(ChangeRequest asked, String why) {
        return new Ruling.Unchanged(
                new Refused(
                        Refusal.NO_SUCH_TRANSITION,
                        "`%s` does nothing to `%s`: %s"
                                .formatted(asked.request().action(), asked.target().label(), why)));
    }
}
