package io.praetor.serving.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON as a stream, in the order it is told. Every text is escaped, so that nothing a
 * request says can end a line or a value early.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** A decision with its explanation is about 2 KiB. */
    private static final int BYTES_EXPECTED = 2_048;

    private Json() {}

    /** UTF-8 bytes of the one value that {@code writer} writes. */
    public static byte[] bytes(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES_EXPECTED);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            writer.accept(json);
        }
        return out.toByteArray();
    }

    public static String text(Consumer<JsonGenerator> writer) {
        return new String(bytes(writer), StandardCharsets.UTF_8);
    }

    public static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A value of {@code Attributes}: text, double, boolean, null, or list and map of these. */
    public static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Number number -> number(json, number.doubleValue());
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> value(json, element));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach(
                        (key, element) -> {
                            json.writeName(String.valueOf(key));
                            value(json, element);
                        });
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    /** Whole numbers without a fraction, as the caller most likely wrote them. */
    private static void number(JsonGenerator json, double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }
}
