package io.praetor.policy.library;

import io.praetor.policy.PolicyHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one policy, oldest first. Each but the first names the hash of the one before as
 * its parent, and its own hash covers that name: no version can be changed or left out unnoticed.
 *
 * @param versions at least one
 */
public record PolicyHistory(List<PolicyHeader> versions) {
    /** Enough of a hash to tell versions apart in a message. */
    private static final int HASH_SHOWN = 12;

    public PolicyHistory {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a history has a first version");
        }
        for (int i = 1; i < versions.size(); i++) {
            Lineage lineage = lineage(versions.subList(0, i), versions.get(i));
            if (!(lineage instanceof Lineage.Next)) {
                throw new IllegalArgumentException("version " + i + " does not follow: " + lineage);
            }
        }
    }

    public static PolicyHistory of(PolicyHeader first) {
        return new PolicyHistory(List.of(first));
    }

    public PolicyHeader current() {
        return versions.getLast();
    }

    /** How {@code version} stands to the current one. */
    public Lineage lineageOf(PolicyHeader version) {
        return lineage(versions, version);
    }

    /** This history with a version that follows the current one. */
    public PolicyHistory with(PolicyHeader next) {
        List<PolicyHeader> more = new ArrayList<>(versions);
        more.add(next);
        return new PolicyHistory(more);
    }

    private static Lineage lineage(List<PolicyHeader> versions, PolicyHeader next) {
        PolicyHeader current = versions.getLast();
        if (!next.id().equals(current.id())) {
            return new Lineage.Broken(
                    "it is policy `%s`, not `%s`".formatted(next.id(), current.id()));
        }
        if (next.hash().equals(current.hash())) {
            return new Lineage.Same();
        }
        if (next.parent().equals(Optional.of(current.hash()))) {
            return new Lineage.Next();
        }
        return new Lineage.Broken(
                next.parent()
                        .map(parent -> wrongParent(versions, parent))
                        .orElse("it names no parent; the current version is " + shown(current)));
    }

    private static String wrongParent(List<PolicyHeader> versions, String parent) {
        String current = "; the current version is " + shown(versions.getLast());
        return versions.stream()
                .filter(version -> version.hash().equals(parent))
                .findFirst()
                .map(older -> "its parent is the older version " + shown(older) + current)
                .orElse("its parent " + shown(parent) + " is not known" + current);
    }

    private static String shown(PolicyHeader version) {
        return "`%s` (%s)".formatted(version.version(), shown(version.hash()));
    }

    private static String shown(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }
}
