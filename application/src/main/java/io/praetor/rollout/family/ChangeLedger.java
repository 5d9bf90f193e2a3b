package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.VersionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Rebuilds a family from its changes, refusing a chain that is broken anywhere. */
public final class ChangeLedger {
    private ChangeLedger() {}

    /** The family after all changes; IllegalArgumentException names the first that does not fit. */
    public static FamilyState replay(FamilyState founded, List<Change> changes) {
        FamilyState state = founded;
        for (Change change : changes) {
            state = apply(state, change);
        }
        return state;
    }

    /** The family after one more change, which must follow the last one. */
    public static FamilyState apply(FamilyState family, Change change) {
        checkFollows(family, change);
        Map<VersionId, Member> members = new HashMap<>(family.members());
        change.target()
                .subject()
                .ifPresent(version -> members.merge(version, member(change), joining(change)));
        return new FamilyState(
                family.id(),
                family.riskTier(),
                family.owner(),
                change.after(),
                members,
                rollbacks(family, change),
                grants(family, change),
                change.sequence(),
                change.hash());
    }

    private static void checkFollows(FamilyState family, Change change) {
        check(change.family().equals(family.id()), change, "is of another family");
        check(change.sequence() == family.revision() + 1, change, "is out of order");
        check(change.previousHash().equals(family.hash()), change, "does not follow the last one");
        check(change.isIntact(), change, "was altered");
        check(change.before().equals(family.heads()), change, "starts from other heads");
        Optional<VersionState> known = change.target().subject().flatMap(family::stateOf);
        check(change.from().equals(known), change, "starts from another state");
    }

    private static void check(boolean holds, Change change, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "change %d of `%s` %s"
                            .formatted(change.sequence(), change.family(), complaint));
        }
    }

    private static Member member(Change change) {
        VersionState state =
                change.to()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "change %d leaves its version without a state"
                                                        .formatted(change.sequence())));
        return new Member(state, change.at(), stops(change), blocked(Set.of(), change));
    }

    private static BiFunction<Member, Member, Member> joining(Change change) {
        return (before, after) ->
                new Member(
                        after.state(),
                        before.state().equals(after.state()) ? before.since() : after.since(),
                        before.alarms() + after.alarms(),
                        blocked(before.blocked(), change));
    }

    private static int stops(Change change) {
        boolean stop = change.action() == RolloutAction.PAUSE;
        return stop && change.by() instanceof Initiator.Automatic ? 1 : 0;
    }

    private static Set<Cluster> blocked(Set<Cluster> before, Change change) {
        if (!(change.target() instanceof Target.Local(VersionId _, Cluster cluster))) {
            return before;
        }
        Set<Cluster> after = new HashSet<>(before);
        if (change.action() == RolloutAction.PAUSE) {
            after.add(cluster);
        } else {
            after.remove(cluster);
        }
        return after;
    }

    private static List<Instant> rollbacks(FamilyState family, Change change) {
        boolean automatic = change.by() instanceof Initiator.Automatic;
        if (change.action() != RolloutAction.ROLLBACK || !automatic) {
            return family.rollbacks();
        }
        List<Instant> after = new ArrayList<>(family.rollbacks());
        after.add(change.at());
        return latest(after, FamilyState.AUTOMATIC_ROLLBACKS_MAX);
    }

    private static List<Grant> grants(FamilyState family, Change change) {
        List<Grant> after = new ArrayList<>(family.grants());
        change.grant().ifPresent(after::add);
        after.removeIf(grant -> !change.at().isBefore(grant.expiresAt()));
        return latest(after, FamilyState.GRANTS_MAX);
    }

    private static <T> List<T> latest(List<T> all, int max) {
        return all.subList(Math.max(0, all.size() - max), all.size());
    }
}
