package io.praetor.situation.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON tree brought into one form: every number a finite double, every text well-formed Unicode,
 * everything within the limits. What is not so is refused at its path and left out.
 *
 * <p>Numbers follow I-JSON (RFC 7493, section 2.2): an integer that a double cannot hold exactly is
 * refused rather than rounded. Minus zero becomes zero.
 */
final class CanonicalTree {
    private final DoorLimits limits;
    private final Refusals refusals;
    private long bytes;

    CanonicalTree(DoorLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    Map<String, @Nullable Object> of(Map<?, ?> request) {
        Map<String, @Nullable Object> tree = object(request, Path.root(), 1);
        if (bytes > limits.requestBytes()) {
            refusals.add(Path.root(), "holds more than " + limits.requestBytes() + " bytes");
        }
        return tree;
    }

    private Map<String, @Nullable Object> object(Map<?, ?> raw, Path path, int depth) {
        if (isTooDeep(path, depth)) {
            return Map.of();
        }
        Map<String, @Nullable Object> tree = LinkedHashMap.newLinkedHashMap(raw.size());
        raw.forEach(
                (key, value) -> {
                    if (key instanceof String name) {
                        Path at = path.key(name);
                        text(name, at);
                        tree.put(name, value(value, at, depth));
                    } else {
                        refusals.add(path, "has a key that is not a text");
                    }
                });
        return tree;
    }

    private @Nullable Object value(@Nullable Object raw, Path path, int depth) {
        return switch (raw) {
            case null -> null;
            case String text -> text(text, path);
            case Boolean bool -> bool;
            case Number number -> number(number, path);
            case Map<?, ?> map -> object(map, path, depth + 1);
            case List<?> list -> list(list, path, depth + 1);
            default -> refuse(path, "is no JSON value");
        };
    }

    private List<@Nullable Object> list(List<?> raw, Path path, int depth) {
        if (isTooDeep(path, depth)) {
            return List.of();
        }
        List<@Nullable Object> tree = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            tree.add(value(raw.get(i), path.index(i), depth));
        }
        return tree;
    }

    private boolean isTooDeep(Path path, int depth) {
        if (depth > limits.depth()) {
            refusals.add(path, "is nested deeper than " + limits.depth() + " levels");
        }
        return depth > limits.depth();
    }

    private String text(String raw, Path path) {
        int length = utf8Length(raw);
        if (length < 0) {
            refusals.add(path, "holds half of a surrogate pair");
            return "";
        }
        bytes += length;
        if (length > limits.fieldBytes()) {
            refusals.add(path, "is longer than " + limits.fieldBytes() + " bytes");
        }
        return raw;
    }

    private @Nullable Object number(Number raw, Path path) {
        double number = raw.doubleValue();
        if (!Double.isFinite(number)) {
            return refuse(path, "is not a finite number");
        }
        if (!isExact(raw, number)) {
            return refuse(path, "is an integer that a double cannot hold; send it as a text");
        }
        return number + 0.0;
    }

    private static boolean isExact(Number raw, double number) {
        return switch (raw) {
            case Long whole -> BigDecimal.valueOf(whole).compareTo(new BigDecimal(number)) == 0;
            case BigInteger whole -> new BigDecimal(whole).compareTo(new BigDecimal(number)) == 0;
            default -> true;
        };
    }

    private @Nullable Object refuse(Path path, String reason) {
        refusals.add(path, reason);
        return null;
    }

    /** Bytes of {@code text} in UTF-8, or -1 where it has an unpaired surrogate. */
    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else if (Character.isSurrogate(c)) {
                return -1;
            } else {
                length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return length;
    }
}
