package io.praetor.governance.control;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Grant;
import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A change that a person or a learning cycle asks for, as it was sent.
 *
 * @param version empty where the whole family is meant
 * @param cluster where only one cluster is meant
 * @param approvedBy the person who answers for it
 * @param approves the number of a refusal for want of approval: what was asked for then is asked
 *     for by the same person now, and {@code by} approves it
 * @param evidence ids and figures beside the gates, one line each
 * @param expectedRevision of the family the asker looked at
 * @param idempotencyKey under which the answer is kept
 * @param grant with GRANT
 * @param artifactChanged with RESUME, whether what was mended is no longer what was paused
 * @param spawning with SPAWN
 */
public record Demand(
        String family,
        Optional<VersionId> version,
        Optional<Cluster> cluster,
        RolloutAction action,
        Initiator by,
        Optional<String> approvedBy,
        OptionalLong approves,
        String reasoning,
        List<String> evidence,
        OptionalLong expectedRevision,
        Optional<String> idempotencyKey,
        Optional<Grant> grant,
        boolean artifactChanged,
        Optional<Spawning> spawning) {
    public Demand {
        evidence = List.copyOf(evidence);
        check(grant.isPresent() == (action == RolloutAction.GRANT), "GRANT", "what is granted");
        check(
                spawning.isPresent() == (action == RolloutAction.SPAWN),
                "SPAWN",
                "which candidate comes");
        if (cluster.isPresent() && version.isEmpty()) {
            throw new IllegalArgumentException("a cluster is of a version; name that too");
        }
    }

    /** What most demands are: one action on one version. */
    public static Demand of(
            String family, VersionId version, RolloutAction action, String person, String why) {
        return new Demand(
                family,
                Optional.of(version),
                Optional.empty(),
                action,
                new Initiator.Person(person),
                Optional.of(person),
                OptionalLong.empty(),
                why,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static void check(boolean holds, String action, String what) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s, and only %s, says %s".formatted(action, action, what));
        }
    }

    Target target() {
        return version.<Target>map(
                        id ->
                                cluster.<Target>map(place -> new Target.Local(id, place))
                                        .orElseGet(() -> new Target.Whole(id)))
                .orElseGet(Target.Everything::new);
    }

    /** Everything that makes it this demand and no other, in one line. */
    String fingerprint() {
        return String.join(
                "|",
                family,
                target().label(),
                action.name(),
                by.name(),
                approvedBy.orElse(""),
                approves.toString(),
                reasoning,
                evidence.toString(),
                expectedRevision.toString(),
                grant.toString(),
                Boolean.toString(artifactChanged));
    }
}
