package io.praetor.governance;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.Genesis;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.situation.MetaContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A family to test with, its versions, and episodes as good or bad as wanted. */
public final class GovernanceSamples {
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final String FAMILY = "deploys";
    public static final String OWNER = "user:paul";
    public static final Cluster READS = new Cluster("low/read");
    public static final Cluster WRITES = new Cluster("medium/write");
    public static final Cluster DEPLOYS = new Cluster("high/deploy");
    public static final Version SHIPPED = version("v1", "one", Optional.empty());
    public static final Version CHILD = version("v2", "two", Optional.of(SHIPPED.id()));
    public static final Version GRANDCHILD = version("v3", "three", Optional.of(CHILD.id()));

    private GovernanceSamples() {}

    public static Family family(String id, RiskTier tier) {
        return family(id, tier, new Assignment(Set.of(), Set.of("team:" + id), Set.of()));
    }

    public static Family family(String id, RiskTier tier, Assignment assignment) {
        FamilyConfig config =
                FamilyConfig.withClusters("three", List.of(READS, WRITES, DEPLOYS))
                        .withLevels(List.of(.1, .1, .1));
        return new Family(
                id, "Deploys", FamilyScope.BOTH, "", tier, OWNER, assignment, config, "", NOW);
    }

    public static Version version(String tag, String prompt, Optional<VersionId> parent) {
        Manifest manifest = new Manifest(Map.of("policy", "ab12", "prompt", prompt));
        return new Version(
                manifest.id(),
                FAMILY,
                "team-default",
                tag,
                parent,
                manifest,
                "another prompt",
                OWNER,
                NOW);
    }

    public static Ruling.Changed genesis(Family family) {
        FamilyState founded = FamilyState.founded(family.id(), family.riskTier(), family.owner());
        return Genesis.of(founded, SHIPPED.id(), "user:root", "ab12", NOW);
    }

    public static VersionStore founded(VersionStore store) {
        Family family = family(FAMILY, RiskTier.SAFE);
        store.found(family, SHIPPED, genesis(family));
        return store;
    }

    public static RecordedEpisode episode(String id, Version version, Mode mode, Cluster cluster) {
        return new RecordedEpisode(
                id,
                FAMILY,
                new Episode(version.id(), mode, cluster, .1, 1),
                "situation of " + id,
                new MetaContext(
                        OptionalDouble.of(.6),
                        OptionalDouble.of(.1),
                        OptionalDouble.of(0),
                        OptionalDouble.empty(),
                        OptionalDouble.of(.2),
                        Optional.empty(),
                        Optional.of(NOW)),
                Reason.DEFAULT,
                1,
                NOW);
    }

    public static RecordedOutcome outcome(
            String episode, double reward, boolean overridden, SafetyFlag... flags) {
        return new RecordedOutcome(
                episode,
                new Outcome(
                        OptionalDouble.of(reward),
                        Deltas.ofCoherence(.04),
                        overridden
                                ? Oversight.overridden(OverrideSense.TOO_STRICT)
                                : Oversight.ACCEPTED,
                        Set.of(flags),
                        Optional.of(NOW)),
                Optional.of(!overridden),
                NOW);
    }
}
