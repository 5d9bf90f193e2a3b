package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyState;
import java.util.List;
import java.util.Optional;

/**
 * A family as the store holds it, read at one moment.
 *
 * @param versions in the order they came
 */
public record FamilyRecord(
        Family family, FamilyState state, Progress progress, List<Version> versions) {
    public FamilyRecord {
        versions = List.copyOf(versions);
    }

    public Optional<Version> version(VersionId id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }

    public Optional<VersionProgress> progressOf(VersionId id) {
        return Optional.ofNullable(progress.versions().get(id));
    }

    public Optional<TrustSnapshot> trustOf(VersionId id) {
        return progressOf(id).flatMap(VersionProgress::trust);
    }

    /** Of a version within the family, from 1; versions are compared under a share each. */
    public int ordinal(VersionId id) {
        return 1 + versions.stream().map(Version::id).toList().indexOf(id);
    }
}
