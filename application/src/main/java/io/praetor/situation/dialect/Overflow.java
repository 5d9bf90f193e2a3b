package io.praetor.situation.dialect;

import io.praetor.situation.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Free entries that share an object with a dialect's own fields.
 *
 * <p>An entry whose name is one of those fields is written into a box, an object under a name of
 * its own inside the shared one, so that no entry is lost and none is mistaken for a field: an
 * action may well have a parameter {@code role}. Reading takes the entries out of the box again.
 */
final class Overflow {
    private Overflow() {}

    /** The untaken entries of {@code fields} and of the box in it; a name in both is refused. */
    static Attributes unpack(Fields fields, String box) {
        Map<String, @Nullable Object> entries = fields.rest();
        if (entries.get(box) instanceof Map<?, ?> boxed) {
            entries.remove(box);
            boxed.forEach((key, value) -> add(entries, String.valueOf(key), value, fields));
        }
        return new Attributes(entries);
    }

    /** Puts {@code value} under {@code key}, where nothing else may stand. */
    static void add(
            Map<String, @Nullable Object> entries,
            String key,
            @Nullable Object value,
            Fields fields) {
        if (entries.containsKey(key)) {
            fields.refuse(key, "is given twice");
        }
        entries.put(key, value);
    }

    /** Spreads {@code entries} over {@code into}, those named in {@code fields} in the box. */
    static void pack(Attributes entries, Set<String> fields, String box, Tree into) {
        Map<String, @Nullable Object> boxed = new LinkedHashMap<>();
        entries.values()
                .forEach(
                        (key, value) -> {
                            if (key.equals(box) || fields.contains(key)) {
                                boxed.put(key, value);
                            } else {
                                into.put(key, value);
                            }
                        });
        if (!boxed.isEmpty()) {
            into.put(box, boxed);
        }
    }
}
