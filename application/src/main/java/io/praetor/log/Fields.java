package io.praetor.log;

import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of a JSON object, read by name. What is missing or of another type is an
 * IllegalArgumentException that says where.
 *
 * @param where dotted place of the object; empty for the whole text
 */
record Fields(JsonNode node, String where) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Fields of(CanonicalJson json) {
        try {
            return new Fields(JSON.readTree(json.bytes()), "").asObject();
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "record is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    String text(String name) {
        return textIfAny(name).orElseThrow(() -> wrong(name, "a text"));
    }

    Optional<String> textIfAny(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (!member.isString()) {
            throw wrong(name, "a text");
        }
        return Optional.of(member.stringValue());
    }

    double number(String name) {
        return numberIfAny(name).orElseThrow(() -> wrong(name, "a number"));
    }

    OptionalDouble numberIfAny(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            return OptionalDouble.empty();
        }
        if (!member.isNumber()) {
            throw wrong(name, "a number");
        }
        return OptionalDouble.of(member.doubleValue());
    }

    int count(String name) {
        return (int) number(name);
    }

    long micros(String name) {
        return (long) number(name);
    }

    boolean flag(String name) {
        return flagIfAny(name).orElseThrow(() -> wrong(name, "true or false"));
    }

    Optional<Boolean> flagIfAny(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (!member.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return Optional.of(member.booleanValue());
    }

    <E extends Enum<E>> E label(String name, Class<E> type) {
        return labelIfAny(name, type).orElseThrow(() -> wrong(name, "a label"));
    }

    <E extends Enum<E>> Optional<E> labelIfAny(String name, Class<E> type) {
        return textIfAny(name)
                .map(
                        text ->
                                Labels.read(type, text)
                                        .orElseThrow(() -> wrong(name, "a known label")));
    }

    /** The labels of a list; none where there is no list. */
    <E extends Enum<E>> List<E> labels(String name, Class<E> type) {
        return texts(name).stream()
                .map(
                        text ->
                                Labels.read(type, text)
                                        .orElseThrow(() -> wrong(name, "a list of known labels")))
                .toList();
    }

    Fields object(String name) {
        return objectIfAny(name).orElseThrow(() -> wrong(name, "an object"));
    }

    Optional<Fields> objectIfAny(String name) {
        JsonNode member = node.get(name);
        return member == null
                ? Optional.empty()
                : Optional.of(new Fields(member, place(name)).asObject());
    }

    /** The member that is left out when it is empty. */
    Fields objectOrEmpty(String name) {
        return objectIfAny(name).orElseGet(() -> new Fields(JSON.createObjectNode(), place(name)));
    }

    /** The texts of a list; none where there is no list. */
    List<String> texts(String name) {
        return list(
                name,
                element -> {
                    if (!element.isString()) {
                        throw wrong(name, "a list of texts");
                    }
                    return element.stringValue();
                });
    }

    /** The objects of a list; none where there is no list. */
    List<Fields> objects(String name) {
        return list(name, element -> new Fields(element, place(name)).asObject());
    }

    Attributes attributes(String name) {
        return objectIfAny(name).map(Fields::attributes).orElse(Attributes.NONE);
    }

    Attributes attributes() {
        return new Attributes(map());
    }

    Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(node.size());
        node.properties().forEach(member -> map.put(member.getKey(), tree(member.getValue())));
        return map;
    }

    private static @Nullable Object tree(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> value.doubleValue();
            case BOOLEAN -> value.booleanValue();
            case OBJECT -> new Fields(value, "").map();
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(value.size());
                value.forEach(element -> list.add(tree(element)));
                yield list;
            }
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private <T> List<T> list(String name, Function<JsonNode, T> read) {
        JsonNode member = node.get(name);
        if (member == null) {
            return List.of();
        }
        if (!member.isArray()) {
            throw wrong(name, "a list");
        }
        List<T> list = new ArrayList<>(member.size());
        member.forEach(element -> list.add(read.apply(element)));
        return list;
    }

    private Fields asObject() {
        if (!node.isObject()) {
            throw new IllegalArgumentException("record: `%s` is not an object".formatted(where));
        }
        return this;
    }

    private String place(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private IllegalArgumentException wrong(String name, String wanted) {
        return new IllegalArgumentException(
                "record: `%s` is not %s".formatted(place(name), wanted));
    }
}
