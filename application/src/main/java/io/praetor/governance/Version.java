package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import java.time.Instant;
import java.util.Optional;

/**
 * An immutable version of a family: a changed prompt, corpus or temperature is another one.
 *
 * @param id the hash of the manifest
 * @param policyId the logical policy it is a version of, such as {@code team-default}
 * @param tag for people, such as {@code v1.0.3}
 * @param parent empty for the version a family was founded with
 * @param reasoning why it exists
 * @param createdBy the person or learning cycle it comes from
 */
public record Version(
        VersionId id,
        String family,
        String policyId,
        String tag,
        Optional<VersionId> parent,
        Manifest manifest,
        String reasoning,
        String createdBy,
        Instant createdAt) {
    public Version {
        if (!id.equals(manifest.id())) {
            throw new IllegalArgumentException("the id of a version is the hash of its manifest");
        }
        if (policyId.isBlank() || tag.isBlank() || reasoning.isBlank()) {
            throw new IllegalArgumentException(
                    "a version has a `policy_id`, a `tag` and a `reasoning`");
        }
    }

    /** Whether it runs another model than {@code other}. */
    public boolean hasOtherModelThan(Version other) {
        return manifest.differences(other.manifest()).stream()
                .anyMatch(part -> part.startsWith(Manifest.MODEL));
    }
}
