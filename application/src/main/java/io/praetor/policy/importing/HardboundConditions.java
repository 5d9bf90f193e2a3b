package io.praetor.policy.importing;

import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Sequence;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import io.praetor.policy.importing.HardboundFields.Field;
import io.praetor.policy.importing.HardboundFields.FieldType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes {@code {field, operator, value}} as CEL. Where the field is absent in a request, the rule
 * is Indeterminate, as everywhere; the source would have skipped it.
 */
final class HardboundConditions {
    private static final Shape CONDITION =
            Shape.of("a condition").requires("field", "operator", "value");

    private static final Map<String, String> OPERATORS = operators();
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final Set<String> SEARCH = Set.of("contains", "matches");
    private static final Set<String> MEMBERSHIP = Set.of("in", "not_in");

    private final Problems problems;

    HardboundConditions(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, String> operators() {
        List<String> symbols = List.of("==", "!=", ">", ">=", "<", "<=");
        List<String> words = List.of("eq", "ne", "gt", "gte", "lt", "lte");
        Map<String, String> operators = new LinkedHashMap<>();
        symbols.forEach(symbol -> operators.put(symbol, symbol));
        for (int i = 0; i < words.size(); i++) {
            operators.put(words.get(i), symbols.get(i));
        }
        List.of("in", "not_in", "contains", "matches").forEach(word -> operators.put(word, word));
        return Collections.unmodifiableMap(operators);
    }

    /**
     * A condition in CEL.
     *
     * @param actions the action types that it names, which have to be known to the policy
     */
    record Written(String cel, List<Scalar> actions) {}

    Optional<Written> write(Node node) {
        Optional<Fields> condition = Fields.of(node, CONDITION, problems);
        Optional<Field> field =
                condition.flatMap(fields -> fields.scalar("field")).flatMap(this::field);
        Optional<String> operator =
                condition.flatMap(fields -> fields.choice("operator", OPERATORS));
        Optional<Node> value = condition.flatMap(fields -> fields.node("value"));
        if (field.isEmpty() || operator.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return comparison(field.get(), operator.get(), value.get());
    }

    private Optional<Field> field(Scalar name) {
        Optional<Field> field = HardboundFields.named(name.text());
        if (field.isEmpty()) {
            problems.unknown(name.position(), "field", name.text(), HardboundFields.names());
        }
        return field;
    }

    private Optional<Written> comparison(Field field, String operator, Node value) {
        boolean ordered = ORDER.contains(operator) && field.type() == FieldType.TEXT;
        boolean searched = SEARCH.contains(operator) && field.type() != FieldType.TEXT;
        if (ordered || searched) {
            problems.error(
                    value.position(),
                    "`%s` does not go with %s".formatted(operator, described(field.type())));
            return Optional.empty();
        }
        if (MEMBERSHIP.contains(operator)) {
            return value instanceof Sequence list ? membership(field, operator, list) : none(value);
        }
        return literal(field, value)
                .map(
                        text ->
                                new Written(
                                        cel(field, operator, text),
                                        actions(field, operator, List.of(value))));
    }

    private Optional<Written> none(Node value) {
        problems.error(value.position(), "expected a list, found " + value.described());
        return Optional.empty();
    }

    private Optional<Written> membership(Field field, String operator, Sequence list) {
        List<String> texts =
                list.items().stream().flatMap(item -> literal(field, item).stream()).toList();
        String listed = texts.stream().collect(Collectors.joining(", ", "[", "]"));
        String cel = field.input() + " in " + listed;
        return texts.size() < list.items().size()
                ? Optional.empty()
                : Optional.of(
                        new Written(
                                operator.equals("in") ? cel : "!(" + cel + ")",
                                actions(field, operator, list.items())));
    }

    private static List<Scalar> actions(Field field, String operator, List<Node> values) {
        boolean names = field.equals(HardboundFields.ACTION_TYPE) && !SEARCH.contains(operator);
        return names
                ? values.stream().filter(Scalar.class::isInstance).map(Scalar.class::cast).toList()
                : List.of();
    }

    private static String cel(Field field, String operator, String literal) {
        if (SEARCH.contains(operator)) {
            return field.input() + "." + operator + "(" + literal + ")";
        }
        if (field.type() != FieldType.LEVEL || !ORDER.contains(operator)) {
            return field.input() + " " + operator + " " + literal;
        }
        String reaches = "level_at_least(" + field.input() + ", " + literal + ")";
        String is = field.input() + " == " + literal;
        return switch (operator) {
            case ">=" -> reaches;
            case "<" -> "!" + reaches;
            case ">" -> "(" + reaches + " && !(" + is + "))";
            default -> "(!" + reaches + " || " + is + ")";
        };
    }

    private Optional<String> literal(Field field, Node value) {
        if (field.type() == FieldType.NUMBER) {
            var number = Fields.number(value, Range.ANY, problems);
            return number.isPresent()
                    ? Optional.of(Double.toString(number.getAsDouble()))
                    : Optional.empty();
        }
        return Fields.text(value, problems).map(text -> Cel.quoted(text.text()));
    }

    private static String described(FieldType type) {
        return switch (type) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case LEVEL -> "a level";
        };
    }
}
