package io.praetor.situation.dialect;

import io.praetor.situation.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of a canonical request, taken field by field.
 *
 * <p>Each method reads the field of one meaning, under any of its spellings, and remembers that it
 * was taken; null counts as absent. A field of the wrong type or range is refused at its path and
 * read as absent, so that reading goes on and finds what else is wrong.
 */
final class Fields {
    private final Map<?, ?> values;
    private final Path path;
    private final Refusals refusals;
    private final Set<String> taken = new HashSet<>();

    Fields(Map<?, ?> values, Path path, Refusals refusals) {
        this.values = values;
        this.path = path;
        this.refusals = refusals;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    boolean isObject(String key) {
        return values.get(key) instanceof Map;
    }

    /** Refuses the request for what it says, or leaves out, at {@code key}. */
    void refuse(String key, String reason) {
        refusals.add(path.key(key), reason);
    }

    /** Prose; blank counts as absent. */
    Optional<String> text(String... keys) {
        return rawText(keys).filter(text -> !text.isBlank());
    }

    private Optional<String> rawText(String... keys) {
        return as(
                "a text", (value, at) -> value instanceof String s ? Optional.of(s) : none(), keys);
    }

    /** A text whose true and false are said as such. */
    Optional<String> textOrFlag(String key) {
        Optional<Boolean> flag = isFlag(key) ? flag(key) : Optional.empty();
        return isFlag(key) ? flag.filter(set -> set).map(String::valueOf) : text(key);
    }

    private boolean isFlag(String key) {
        return values.get(key) instanceof Boolean;
    }

    Optional<String> name(String... keys) {
        return rawText(keys).flatMap(raw -> Names.name(raw, path.key(present(keys)), refusals));
    }

    /** As {@link #name}, but of a text only: anything else under the key is somebody else's. */
    Optional<String> nameIfText(String key) {
        return values.get(key) instanceof String ? name(key) : Optional.empty();
    }

    /** The text under {@code key} as it stands, refused when absent. */
    Optional<String> requiredText(String key) {
        if (!has(key)) {
            refuse(key, "is missing");
        }
        return rawText(key);
    }

    /** The id of a resource in its one spelling; empty where none is named. */
    String resource(String key) {
        return rawText(key)
                .flatMap(raw -> ResourceNames.resource(raw, path.key(key), refusals))
                .orElse("");
    }

    /** The resource id {@code joined}, which was made from {@code id} and something else. */
    Optional<String> resourceId(String joined) {
        return ResourceNames.resource(joined, path.key("id"), refusals);
    }

    /** The id {@code joined}, which was made from {@code id} and something else. */
    Optional<String> nameId(String joined) {
        return Names.name(joined, path.key("id"), refusals);
    }

    /** A text that {@code reading} accepts; anything else under the key is somebody else's. */
    <T> Optional<T> textIf(String key, Function<String, Optional<T>> reading) {
        Optional<T> read =
                values.get(key) instanceof String text ? reading.apply(text) : Optional.empty();
        read.ifPresent(_ -> taken.add(key));
        return read;
    }

    /** As {@link #name}, refused when absent; empty after a refusal. */
    String requiredName(String key) {
        if (!has(key)) {
            refuse(key, "is missing");
        }
        return name(key).orElse("");
    }

    Optional<Boolean> flag(String key) {
        return as(
                "true or false",
                (value, at) -> value instanceof Boolean b ? Optional.of(b) : none(),
                key);
    }

    /** A number of at least {@code least} and at most {@code most}. */
    OptionalDouble number(double least, double most, String... keys) {
        Optional<Double> number =
                as(
                        "a number",
                        (value, at) -> value instanceof Double d ? Optional.of(d) : none(),
                        keys);
        if (number.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = number.orElseThrow();
        if (value < least || value > most) {
            String range = most == Double.MAX_VALUE ? "at least 0" : "in [0, 1]";
            refuse(present(keys), "is " + value + ", not " + range);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    OptionalDouble share(String... keys) {
        return number(0, 1, keys);
    }

    <E extends Enum<E>> Optional<E> label(Class<E> type, String... keys) {
        Optional<String> text = text(keys);
        Optional<E> constant = text.flatMap(label -> Labels.read(type, label));
        if (text.isPresent() && constant.isEmpty()) {
            refuse(
                    present(keys),
                    "is `%s`, not one of %s".formatted(Shown.of(text.get()), labels(type)));
        }
        return constant;
    }

    /** The constant {@code key} names; anything else under the key is somebody else's. */
    <E extends Enum<E>> Optional<E> labelIfKnown(Class<E> type, String key) {
        return textIf(key, text -> Labels.read(type, text));
    }

    private static <E extends Enum<E>> String labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Labels::of)
                .collect(Collectors.joining(", "));
    }

    /** The object under one of {@code keys}; an empty one where there is none. */
    Fields object(String... keys) {
        return as(
                        "an object",
                        (value, at) ->
                                value instanceof Map<?, ?> map
                                        ? Optional.of(new Fields(map, at, refusals))
                                        : none(),
                        keys)
                .orElseGet(() -> new Fields(Map.of(), path.key(keys[0]), refusals));
    }

    /** As {@link #object}, refused when absent. */
    Fields requiredObject(String key) {
        if (!has(key)) {
            refuse(key, "is missing");
        }
        return object(key);
    }

    /** The list of objects under {@code key}, each read by {@code element}. */
    <T> List<T> objects(String key, Function<Fields, T> element) {
        return list(
                key,
                (value, at) ->
                        value instanceof Map<?, ?> map
                                ? Optional.of(element.apply(new Fields(map, at, refusals)))
                                : refused(at, "an object"));
    }

    /** The texts of the list under {@code key}, or the one text there. */
    List<String> texts(String key) {
        if (values.get(key) instanceof String) {
            return text(key).map(List::of).orElse(List.of());
        }
        return list(
                key,
                (value, at) ->
                        value instanceof String text ? Optional.of(text) : refused(at, "a text"));
    }

    private <T> List<T> list(String key, BiFunction<@Nullable Object, Path, Optional<T>> element) {
        Optional<List<T>> list =
                as(
                        "a list",
                        (value, at) ->
                                value instanceof List<?> elements
                                        ? Optional.of(elements(elements, at, element))
                                        : none(),
                        key);
        return list.orElse(List.of());
    }

    private static <T> List<T> elements(
            List<?> raw, Path at, BiFunction<@Nullable Object, Path, Optional<T>> element) {
        List<T> elements = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            element.apply(raw.get(i), at.index(i)).ifPresent(elements::add);
        }
        return elements;
    }

    private <T> Optional<T> refused(Path at, String what) {
        refusals.add(at, "is not " + what);
        return Optional.empty();
    }

    /** What nobody has taken. */
    Map<String, @Nullable Object> rest() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        values.forEach(
                (key, value) -> {
                    if (key instanceof String name && !taken.contains(name)) {
                        rest.put(name, value);
                    }
                });
        return rest;
    }

    /** The value under whichever of {@code keys} is there; two of them are refused. */
    private <T> Optional<T> as(
            String what, BiFunction<Object, Path, Optional<T>> reading, String... keys) {
        taken.addAll(Arrays.asList(keys));
        String key = present(keys);
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        for (String other : keys) {
            if (!other.equals(key) && has(other)) {
                refuse(other, "says again what `" + key + "` says");
            }
        }
        Optional<T> read = reading.apply(value, path.key(key));
        if (read.isEmpty()) {
            refuse(key, "is " + kind(value) + ", not " + what);
        }
        return read;
    }

    /** The first of {@code keys} that has a value, or else the first. */
    private String present(String... keys) {
        return Arrays.stream(keys).filter(this::has).findFirst().orElse(keys[0]);
    }

    private static String kind(Object value) {
        return switch (value) {
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            default -> "a number";
        };
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
