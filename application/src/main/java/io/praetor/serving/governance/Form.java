package io.praetor.serving.governance;

import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on its way to the domain: read field by field, each mistake noted at its place.
 * What was never asked for is a mistake too. Not thread-safe.
 */
final class Form {
    private static final double WHOLE_MAX = 1L << 53;

    private final String path;
    private final Map<String, @Nullable Object> values;
    private final List<Refusal> refusals;
    private final Set<String> asked = new HashSet<>();
    private final List<Form> inner = new ArrayList<>();

    private Form(String path, Map<String, @Nullable Object> values, List<Refusal> refusals) {
        this.path = path;
        this.values = values;
        this.refusals = refusals;
    }

    static Form of(byte[] body) {
        List<Refusal> refusals = new ArrayList<>();
        return switch (StrictJson.read(body, DoorLimits.REQUEST)) {
            case JsonReading.Parsed parsed -> new Form("", parsed.object().values(), refusals);
            case JsonReading.Malformed malformed -> {
                refusals.addAll(malformed.refusals());
                yield new Form("", Map.of(), refusals);
            }
        };
    }

    String text(String name) {
        Optional<String> text = optional(name);
        if (text.filter(it -> !it.isBlank()).isEmpty()) {
            refuse(name, "is missing");
        }
        return text.orElse("");
    }

    Optional<String> optional(String name) {
        Object value = value(name);
        if (value != null && !(value instanceof String)) {
            refuse(name, "is not a text");
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    OptionalDouble number(String name) {
        Object value = value(name);
        if (value != null && !(value instanceof Number)) {
            refuse(name, "is not a number");
        }
        return value instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    OptionalLong whole(String name) {
        OptionalDouble number = number(name);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value) || value < 0 || value > WHOLE_MAX) {
            refuse(name, "is not a whole number from 0");
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) value);
    }

    Optional<Boolean> flag(String name) {
        Object value = value(name);
        if (value != null && !(value instanceof Boolean)) {
            refuse(name, "is not true or false");
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    List<String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(
                    item -> {
                        if (item instanceof String text) {
                            texts.add(text);
                        }
                    });
        }
        if (!(value instanceof List<?> list) || list.size() != texts.size()) {
            refuse(name, "is not a list of texts");
        }
        return texts;
    }

    Optional<Instant> instant(String name) {
        Optional<String> text = optional(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException _) {
            refuse(name, "is not an instant such as 2026-03-02T10:00:00Z");
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> choice(String name, E[] known) {
        Optional<String> text = optional(name);
        Optional<E> found =
                text.flatMap(
                        said ->
                                Arrays.stream(known)
                                        .filter(
                                                it ->
                                                        it.name()
                                                                .equals(
                                                                        said.toUpperCase(
                                                                                Locale.ROOT)))
                                        .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            refuse(
                    name,
                    "is `%s`, expected one of %s".formatted(text.get(), Arrays.toString(known)));
        }
        return found;
    }

    /** An object inside; an empty one where there is none. */
    Form object(String name) {
        Object value = value(name);
        Optional<Map<String, @Nullable Object>> object = JsonTree.object(value);
        if (value != null && object.isEmpty()) {
            refuse(name, "is not an object");
        }
        Form form = new Form(place(name), object.orElse(Map.of()), refusals);
        inner.add(form);
        return form;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /** The value as it was sent. */
    @Nullable Object value(String name) {
        asked.add(name);
        return values.get(name);
    }

    /** Every field as text, whatever its name. */
    Map<String, String> allTexts() {
        Map<String, String> texts = new TreeMap<>();
        values.keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    void refuse(String name, String reason) {
        refusals.add(new Refusal(place(name), reason));
    }

    /** Every mistake so far, and every field that nobody asked for. */
    List<Refusal> refusals() {
        noteUnasked();
        return refusals.stream().distinct().toList();
    }

    private void noteUnasked() {
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> refuse(name, "is not known here"));
        inner.forEach(Form::noteUnasked);
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
