package io.praetor.policy.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a node as a request's object holds it. Numbers are kept as they are, the infinite
 * and undefined ones too: whether they may come in is for the door to say.
 */
public final class NodeValue {
    private NodeValue() {}

    public static Map<String, @Nullable Object> of(Node.Mapping mapping) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            object.put(entry.name(), of(entry.value()));
        }
        return object;
    }

    private static @Nullable Object of(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> of(mapping);
            case Node.Sequence sequence -> of(sequence);
            case Node.Scalar scalar ->
                    switch (scalar.kind()) {
                        case TEXT -> scalar.text();
                        case NUMBER -> number(scalar.text());
                        case TRUTH -> Boolean.parseBoolean(scalar.text());
                        case NOTHING -> null;
                    };
        };
    }

    private static List<@Nullable Object> of(Node.Sequence sequence) {
        List<@Nullable Object> list = new ArrayList<>();
        sequence.items().forEach(item -> list.add(of(item)));
        return list;
    }

    /** A number of YAML's core schema or of JSON; infinity and NaN in either spelling. */
    private static Number number(String text) {
        if (text.matches("[-+]?[0-9]+")) {
            return new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        if (text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            return Double.valueOf(text);
        }
        return Double.NaN;
    }
}
