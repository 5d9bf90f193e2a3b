package io.praetor.policy.library;

import io.praetor.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two policies, in what they mean: positions, comments and the order of rules
 * that do not depend on it are no changes.
 *
 * @param changes by part, then by id
 */
public record PolicyChanges(List<Change> changes) {
    public PolicyChanges {
        changes = List.copyOf(changes);
    }

    /** What a change is about. */
    public enum Part {
        SETTING,
        CLAUSE,
        FAMILY,
        COUNTER,
        ACTOR,
        RESOURCE,
        SECTION,
        RULE
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param fields what changed in it; for an added or removed one all it said
     */
    public record Change(Kind kind, Part part, String id, List<FieldChange> fields) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param before empty where it was not said
     * @param after empty where it is not said any more
     */
    public record FieldChange(String field, String before, String after) {}

    public static PolicyChanges between(PolicySet before, PolicySet after) {
        var old = PolicyOutline.of(before);
        var young = PolicyOutline.of(after);
        List<Change> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            Map<String, Map<String, String>> gone = old.getOrDefault(part, Map.of());
            Map<String, Map<String, String>> come = young.getOrDefault(part, Map.of());
            for (String id : united(gone.keySet(), come.keySet())) {
                compare(part, id, gone.get(id), come.get(id)).ifPresent(changes::add);
            }
        }
        return new PolicyChanges(changes);
    }

    private static Optional<Change> compare(
            Part part,
            String id,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after) {
        Map<String, String> gone = before == null ? Map.of() : before;
        Map<String, String> come = after == null ? Map.of() : after;
        List<FieldChange> fields = new ArrayList<>();
        for (String field : united(gone.keySet(), come.keySet())) {
            String was = gone.getOrDefault(field, "");
            String is = come.getOrDefault(field, "");
            if (!was.equals(is)) {
                fields.add(new FieldChange(field, was, is));
            }
        }
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return kind == Kind.CHANGED && fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(kind, part, id, fields));
    }

    private static Set<String> united(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
