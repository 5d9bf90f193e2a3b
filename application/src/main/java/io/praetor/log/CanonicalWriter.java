package io.praetor.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes canonical JSON (RFC 8785) member by member. The caller names members in ascending order of
 * their UTF-16 code units; a member out of order is a bug and stops the writing. Not thread-safe.
 */
final class CanonicalWriter {
    /** Holds most record bodies without growing. */
    private static final int BYTES_AT_START = 1024;

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] buffer = new byte[BYTES_AT_START];
    private int length;

    /** The last member named in each open object, outermost last; empty before the first. */
    private final Deque<String> named = new ArrayDeque<>();

    private boolean needsComma;

    CanonicalWriter open() {
        begin('{');
        named.push("");
        return this;
    }

    CanonicalWriter close() {
        named.pop();
        return end('}');
    }

    CanonicalWriter openList() {
        return begin('[');
    }

    CanonicalWriter closeList() {
        return end(']');
    }

    CanonicalWriter name(String name) {
        String before = named.pop();
        boolean isFirst = length > 0 && buffer[length - 1] == '{';
        if (!isFirst && name.compareTo(before) <= 0) {
            throw new IllegalStateException("member `%s` comes after `%s`".formatted(name, before));
        }
        named.push(name);
        text(name);
        put(':');
        needsComma = false;
        return this;
    }

    CanonicalWriter text(String text) {
        comma();
        put('"');
        for (int index = plain(text); index < text.length(); index++) {
            char next = text.charAt(index);
            if (isPlain(next)) {
                put(next);
            } else if (Character.isSurrogate(next)) {
                pair(text, index++);
            } else {
                special(next);
            }
        }
        put('"');
        return this;
    }

    /** Copies the characters that stand for themselves, up to the first that does not. */
    private int plain(String text) {
        int end = text.length();
        reserve(end);
        byte[] to = buffer;
        int at = length;
        int index = 0;
        while (index < end && isPlain(text.charAt(index))) {
            to[at++] = (byte) text.charAt(index++);
        }
        length = at;
        return index;
    }

    private static boolean isPlain(char next) {
        return next >= ' ' && next < 0x80 && next != '"' && next != '\\';
    }

    CanonicalWriter number(double number) {
        return literal(CanonicalNumber.of(number));
    }

    CanonicalWriter flag(boolean flag) {
        return literal(flag ? "true" : "false");
    }

    CanonicalWriter texts(Collection<String> texts) {
        openList();
        texts.forEach(this::text);
        return closeList();
    }

    CanonicalWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> literal("null");
            case String text -> text(text);
            case Boolean flag -> flag(flag);
            case Number number -> number(number.doubleValue());
            case List<?> list -> {
                openList();
                list.forEach(this::value);
                yield closeList();
            }
            case Map<?, ?> map -> {
                open();
                sorted(map).forEach((name, member) -> name(name).value(member));
                yield close();
            }
            default ->
                    throw new IllegalArgumentException(
                            "no JSON value: " + value.getClass().getSimpleName());
        };
    }

    CanonicalWriter text(String name, String text) {
        return name(name).text(text);
    }

    /** Leaves the member out where there is no text. */
    CanonicalWriter text(String name, Optional<String> text) {
        text.ifPresent(present -> text(name, present));
        return this;
    }

    /** Leaves the member out where there is no number. */
    CanonicalWriter number(String name, OptionalDouble number) {
        number.ifPresent(present -> name(name).number(present));
        return this;
    }

    CanonicalWriter number(String name, double number) {
        return name(name).number(number);
    }

    /** A whole number, which a double must be able to hold. */
    CanonicalWriter count(String name, long count) {
        return name(name).literal(CanonicalNumber.of(count));
    }

    CanonicalWriter flag(String name, boolean flag) {
        return name(name).flag(flag);
    }

    /** Leaves the member out where there are no texts. */
    CanonicalWriter texts(String name, Collection<String> texts) {
        return texts.isEmpty() ? this : name(name).texts(texts);
    }

    /** Leaves the member out where the object is empty. */
    CanonicalWriter tree(String name, Map<String, @Nullable Object> object) {
        return object.isEmpty() ? this : name(name).value(object);
    }

    CanonicalJson toJson() {
        return new CanonicalJson(Arrays.copyOf(buffer, length));
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach(
                (name, member) -> {
                    if (!(name instanceof String text)) {
                        throw new IllegalArgumentException("member name is not a text: " + name);
                    }
                    sorted.put(text, member);
                });
        return sorted;
    }

    private CanonicalWriter begin(char bracket) {
        comma();
        put(bracket);
        needsComma = false;
        return this;
    }

    private CanonicalWriter end(char bracket) {
        put(bracket);
        needsComma = true;
        return this;
    }

    private CanonicalWriter literal(String ascii) {
        comma();
        plain(ascii);
        return this;
    }

    private void comma() {
        if (needsComma) {
            put(',');
        }
        needsComma = true;
    }

    /** What RFC 8785 escapes (section 3.2.2.2), and two- and three-byte characters. */
    private void special(char next) {
        switch (next) {
            case '"', '\\' -> escape(next);
            case '\b' -> escape('b');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\f' -> escape('f');
            case '\r' -> escape('r');
            default -> {
                if (next < ' ') {
                    escape('u');
                    put('0');
                    put('0');
                    put(HEX[next >> 4]);
                    put(HEX[next & 0xf]);
                } else if (next < 0x800) {
                    put(0xc0 | (next >> 6));
                    putFollowing(next, 0);
                } else {
                    put(0xe0 | (next >> 12));
                    putFollowing(next, 6);
                    putFollowing(next, 0);
                }
            }
        }
    }

    private void pair(String text, int index) {
        int point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException(
                    "text is not Unicode: lone surrogate at index " + index);
        }
        put(0xf0 | (point >> 18));
        putFollowing(point, 12);
        putFollowing(point, 6);
        putFollowing(point, 0);
    }

    /** A byte of UTF-8 behind the first: six bits of the code point. */
    private void putFollowing(int point, int shift) {
        put(0x80 | ((point >> shift) & 0x3f));
    }

    private void escape(char letter) {
        put('\\');
        put(letter);
    }

    private void put(int octet) {
        reserve(1);
        buffer[length++] = (byte) octet;
    }

    private void reserve(int octets) {
        if (length + octets > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + octets, length * 2));
        }
    }
}
