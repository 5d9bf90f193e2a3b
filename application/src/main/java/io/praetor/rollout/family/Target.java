package io.praetor.rollout.family;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import java.util.Optional;

/** What a change is about. */
public sealed interface Target {
    /** A version, everywhere. */
    record Whole(VersionId version) implements Target {}

    /** A version within one cluster: PAUSE blocks it there, RESUME lets it act again. */
    record Local(VersionId version, Cluster cluster) implements Target {}

    /** The family: PAUSE stops all of it, RESUME lets it act again, GRANT is given to it. */
    record Everything() implements Target {}

    default Optional<VersionId> subject() {
        return switch (this) {
            case Whole(VersionId version) -> Optional.of(version);
            case Local(VersionId version, Cluster _) -> Optional.of(version);
            case Everything _ -> Optional.empty();
        };
    }

    default String label() {
        return switch (this) {
            case Whole(VersionId version) -> version.value();
            case Local(VersionId version, Cluster cluster) ->
                    version.value() + " in " + cluster.name();
            case Everything _ -> "family";
        };
    }
}
