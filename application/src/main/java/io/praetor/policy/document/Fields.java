package io.praetor.policy.document;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.Spelling;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Kind;
import io.praetor.policy.document.Node.Mapping;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A mapping read by its shape. Making one reports every missing and every unknown key; each reading
 * method reports a value of the wrong type and then gives an empty answer.
 */
public final class Fields {
    /** The limit of one text at the door of requests; a policy's texts end up beside those. */
    public static final int TEXT_CHARS_MAX = 16 * 1024;

    private final Shape shape;
    private final SourcePosition position;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(Mapping mapping, Shape shape, Problems problems) {
        this.shape = shape;
        this.position = mapping.position();
        this.problems = problems;
        for (Entry entry : mapping.entries()) {
            if (shape.keys().contains(entry.name())) {
                values.put(entry.name(), entry.value());
            } else {
                refuse(entry.key());
            }
        }
        for (String key : shape.required()) {
            if (!values.containsKey(key)) {
                problems.error(position, "`" + key + "` is missing in " + shape.name());
            }
        }
    }

    /** Empty, and reported, where {@code node} is no mapping. */
    public static Optional<Fields> of(Node node, Shape shape, Problems problems) {
        if (node instanceof Mapping mapping) {
            return Optional.of(new Fields(mapping, shape, problems));
        }
        problems.error(
                node.position(),
                "%s is a mapping of keys, not %s".formatted(shape.name(), node.described()));
        return Optional.empty();
    }

    private void refuse(Scalar key) {
        String elsewhere = shape.elsewhere().get(key.text());
        if (elsewhere != null) {
            problems.error(key.position(), "`" + key.text() + "` " + elsewhere);
        } else {
            problems.unknown(
                    key.position(), "key in " + shape.name() + ":", key.text(), shape.keys());
        }
    }

    public SourcePosition position() {
        return position;
    }

    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** Where the value under {@code key} starts; where the mapping starts when there is none. */
    public SourcePosition positionOf(String key) {
        return node(key).map(Node::position).orElse(position);
    }

    public Optional<Node> node(String key) {
        if (!shape.keys().contains(key)) {
            throw new IllegalArgumentException("`" + key + "` is no key of " + shape.name());
        }
        return Optional.ofNullable(values.get(key));
    }

    /** The mapping under {@code key}, read by its own shape. */
    public Optional<Fields> fields(String key, Shape inner) {
        return node(key).flatMap(node -> of(node, inner, problems));
    }

    /** The scalar under {@code key} if it is a text that is not blank. */
    public Optional<Scalar> scalar(String key) {
        return node(key).flatMap(node -> text(node, problems));
    }

    public Optional<String> text(String key) {
        return scalar(key).map(Scalar::text);
    }

    public OptionalDouble number(String key, Range range) {
        return node(key).map(node -> number(node, range, problems)).orElse(OptionalDouble.empty());
    }

    /** The value that the word under {@code key} stands for. */
    public <T> Optional<T> choice(String key, Map<String, T> choices) {
        return scalar(key).flatMap(word -> choice(key, word, choices, problems));
    }

    public List<Entry> entries(String key) {
        return switch (node(key).orElse(null)) {
            case null -> List.of();
            case Mapping mapping -> mapping.entries();
            case Sequence other -> wrong(key, "a mapping", other);
            case Scalar other -> wrong(key, "a mapping", other);
        };
    }

    public List<Node> items(String key) {
        return switch (node(key).orElse(null)) {
            case null -> List.of();
            case Sequence sequence -> sequence.items();
            case Mapping other -> wrong(key, "a list", other);
            case Scalar other -> wrong(key, "a list", other);
        };
    }

    /** The texts of the list under {@code key}; an empty list is reported, it could mean all. */
    public List<Scalar> texts(String key) {
        if (node(key).orElse(null) instanceof Sequence(List<Node> items, var at)
                && items.isEmpty()) {
            problems.error(at, "`" + key + "` lists nothing; name some, or leave it out");
        }
        return items(key).stream().flatMap(item -> text(item, problems).stream()).toList();
    }

    private <T> List<T> wrong(String key, String expected, Node found) {
        problems.error(
                found.position(), "`%s` is %s, not %s".formatted(key, expected, found.described()));
        return List.of();
    }

    /** A text that is not blank; anything else is reported. */
    public static Optional<Scalar> text(Node node, Problems problems) {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
            boolean quotable = node instanceof Scalar other && other.kind() != Kind.NOTHING;
            String advice = quotable ? "; put it in quotes" : "";
            problems.error(node.position(), "expected a text, found " + node.described() + advice);
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.error(node.position(), "expected a text, found an empty one");
            return Optional.empty();
        }
        if (scalar.text().length() > TEXT_CHARS_MAX) {
            problems.error(node.position(), "text longer than " + TEXT_CHARS_MAX + " characters");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /** A finite number within {@code range}; anything else is reported. */
    public static OptionalDouble number(Node node, Range range, Problems problems) {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.NUMBER) {
            problems.error(node.position(), "expected a number, found " + node.described());
            return OptionalDouble.empty();
        }
        OptionalDouble number = Numbers.parse(scalar.text());
        if (number.isEmpty() || !range.holds(number.getAsDouble())) {
            problems.error(
                    node.position(),
                    "%s is not %s".formatted(Problems.quoted(scalar.text()), range.described()));
            return OptionalDouble.empty();
        }
        return number;
    }

    /** The value that {@code word} stands for; an unknown word is reported. */
    public static <T> Optional<T> choice(
            String what, Scalar word, Map<String, T> choices, Problems problems) {
        T chosen = choices.get(word.text());
        if (chosen == null) {
            problems.error(
                    word.position(),
                    "`%s` is one of %s, not %s"
                            .formatted(
                                    what,
                                    String.join(", ", choices.keySet()),
                                    Problems.quoted(word.text())),
                    Spelling.closest(word.text(), choices.keySet()));
        }
        return Optional.ofNullable(chosen);
    }

    /** Words for a choice, in their order. */
    public static <T> Map<String, T> words(List<T> values, Function<T, String> label) {
        Map<String, T> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(label.apply(value), value));
        return words;
    }
}
