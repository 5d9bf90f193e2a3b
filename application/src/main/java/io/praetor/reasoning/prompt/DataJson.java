package io.praetor.reasoning.prompt;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that a model is to read as data: bounded, on one line, and escaped so that no text in
 * it can pass for a marker, for a token of a chat template or for the end of the document.
 *
 * <p>Takes trees of String, Number, Boolean, null, Collection and Map with String keys.
 */
public final class DataJson {
    /** Of one text. A page of prose; who writes more buries the point. */
    static final int TEXT_CHARS_MAX = 2_000;

    /** Of one list or object. */
    static final int ITEMS_MAX = 32;

    static final int DEPTH_MAX = 6;

    /** Brackets open control words in chat templates: {@code <|end|>}, {@code [INST]}. */
    private static final String BRACKETS = "<>[]";

    private final StringBuilder out = new StringBuilder();

    private DataJson() {}

    public static String of(@Nullable Object tree) {
        DataJson json = new DataJson();
        json.value(tree, 1);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text);
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(figure(number.doubleValue()));
            case Map<?, ?> map when depth <= DEPTH_MAX -> object(map, depth);
            case Collection<?> list when depth <= DEPTH_MAX -> list(list, depth);
            case Map<?, ?> _, Collection<?> _ -> text("(nested too deep)");
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        int written = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(written == 0 ? "" : ", ");
            if (written++ == ITEMS_MAX) {
                out.append("\"cut\": ").append(map.size() - ITEMS_MAX);
                break;
            }
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
        }
        out.append('}');
    }

    private void list(Collection<?> list, int depth) {
        out.append('[');
        Iterator<?> items = list.iterator();
        for (int i = 0; items.hasNext(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (i == ITEMS_MAX) {
                text("(%d more cut)".formatted(list.size() - ITEMS_MAX));
                break;
            }
            value(items.next(), depth + 1);
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        text.codePoints().limit(TEXT_CHARS_MAX).forEach(this::character);
        int length = text.codePointCount(0, text.length());
        if (length > TEXT_CHARS_MAX) {
            out.append(" (%d characters cut)".formatted(length - TEXT_CHARS_MAX));
        }
        out.append('"');
    }

    private void character(int point) {
        if (point == '"' || point == '\\') {
            out.append('\\').append((char) point);
        } else if (point == '\n') {
            out.append("\\n");
        } else if (isVisible(point)) {
            out.appendCodePoint(point);
        } else {
            for (char unit : Character.toChars(point)) {
                out.append("\\u%04x".formatted((int) unit));
            }
        }
    }

    private static boolean isVisible(int point) {
        if (BRACKETS.indexOf(point) >= 0) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    private static String figure(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number is not finite: " + number);
        }
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return isWhole ? String.valueOf((long) number) : String.valueOf(number);
    }
}
