package io.praetor.rollout.family;

import io.praetor.rollout.evidence.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which versions a family points at.
 *
 * @param defaultVersion acts where nothing speaks against it
 * @param standby the defaults before, still live, newest first: to fall back to
 * @param fallback the safe baseline, to fall back to next; without one it is rules only
 */
public record Heads(
        FamilyStatus status,
        Optional<VersionId> defaultVersion,
        List<VersionId> standby,
        Optional<VersionId> fallback) {
    /** Falling back further than this would be archaeology. */
    static final int STANDBY_MAX = 8;

    static final Heads NOBODY =
            new Heads(FamilyStatus.ACTIVE, Optional.empty(), List.of(), Optional.empty());

    public Heads {
        standby = List.copyOf(standby);
    }

    boolean isDefault(VersionId version) {
        return defaultVersion.filter(version::equals).isPresent();
    }

    boolean isFallback(VersionId version) {
        return fallback.filter(version::equals).isPresent();
    }

    Heads withStatus(FamilyStatus changed) {
        return new Heads(changed, defaultVersion, standby, fallback);
    }

    Heads withFallback(VersionId version) {
        return new Heads(status, defaultVersion, standby, Optional.of(version));
    }

    /** The version becomes the default, and what was the default is kept to fall back to. */
    Heads withDefault(VersionId version) {
        List<VersionId> kept = new ArrayList<>();
        defaultVersion.ifPresent(kept::add);
        kept.addAll(standby);
        kept.remove(version);
        List<VersionId> newest = kept.subList(0, Math.min(STANDBY_MAX, kept.size()));
        return new Heads(status, Optional.of(version), newest, fallback);
    }

    /**
     * The version no longer serves in any place. Where it was the default, the newest standby is,
     * then the fallback; where neither is left, nobody is and the family is paused.
     */
    Heads without(VersionId version) {
        List<VersionId> left = standby.stream().filter(kept -> !kept.equals(version)).toList();
        Optional<VersionId> fallbackLeft = fallback.filter(kept -> !kept.equals(version));
        if (!isDefault(version)) {
            return new Heads(status, defaultVersion, left, fallbackLeft);
        }
        if (!left.isEmpty()) {
            List<VersionId> older = left.subList(1, left.size());
            return new Heads(status, Optional.of(left.getFirst()), older, fallbackLeft);
        }
        FamilyStatus after = fallbackLeft.isPresent() ? status : FamilyStatus.PAUSED;
        return new Heads(after, fallbackLeft, List.of(), fallbackLeft);
    }

    String label() {
        return "%s default=%s standby=%s fallback=%s"
                .formatted(
                        status,
                        name(defaultVersion),
                        standby.stream().map(VersionId::value).collect(Collectors.joining(",")),
                        name(fallback));
    }

    private static String name(Optional<VersionId> version) {
        return version.map(VersionId::value).orElse("-");
    }
}
