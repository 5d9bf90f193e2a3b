package io.praetor.situation.dialect;

import java.util.Optional;

/**
 * An AuthZEN entity's type and id as one id, {@code type:id}.
 *
 * <p>An id that already begins with its type stays as it is: {@code user} and {@code user:alice}
 * are {@code user:alice}. Ids without a scheme have a type of their own that is left off, so that
 * every id of the other dialects can be written: {@code path} and {@code docs/a.md} are {@code
 * docs/a.md}, {@code path} and an empty id no resource at all.
 */
enum TypedId {
    SUBJECT("entity"),
    RESOURCE("path");

    /** The type of an id that has no scheme. */
    private final String bare;

    TypedId(String bare) {
        this.bare = bare;
    }

    /** The joined id, not yet normalised; nothing after a refusal. */
    Optional<String> read(Fields entity) {
        Optional<String> type = entity.requiredText("type").filter(given -> isGiven(entity, given));
        Optional<String> id = entity.requiredText("id");
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return joined(entity, type.get(), id.get());
    }

    private static boolean isGiven(Fields entity, String type) {
        if (type.isEmpty()) {
            entity.refuse("type", "is empty");
        }
        return !type.isEmpty();
    }

    private Optional<String> joined(Fields entity, String type, String id) {
        if (type.equals(bare) && id.indexOf(':') <= 0 && (this == RESOURCE || !id.isEmpty())) {
            return Optional.of(id);
        }
        if (id.isEmpty()) {
            entity.refuse("id", "is empty");
            return Optional.empty();
        }
        return Optional.of(id.startsWith(type + ":") ? id : type + ":" + id);
    }

    Tree write(String joined) {
        int colon = joined.indexOf(':');
        if (colon <= 0) {
            return new Tree().put("type", bare).put("id", joined);
        }
        String type = joined.substring(0, colon);
        String id = joined.substring(colon + 1);
        boolean needsPrefix = type.equals(bare) || id.isEmpty() || id.startsWith(type + ":");
        return new Tree().put("type", type).put("id", needsPrefix ? joined : id);
    }
}
