package io.praetor.situation.dialect;

import io.praetor.situation.Attributes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A JSON object read as I-JSON (RFC 7493): valid UTF-8, no key twice, nothing behind the object, no
 * number that a double cannot hold, within limits. Thread-safe.
 *
 * <p>NaN and the infinities are read only to be refused at their path.
 */
public final class StrictJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    private StrictJson() {}

    public static JsonReading read(byte[] utf8, DoorLimits limits) {
        Refusals refusals = new Refusals();
        Map<String, @Nullable Object> tree = read(utf8, limits, refusals);
        return refusals.isEmpty()
                ? new JsonReading.Parsed(new Attributes(tree))
                : new JsonReading.Malformed(refusals.list());
    }

    /** The document in canonical form; meaningless once there is a refusal. */
    static Map<String, @Nullable Object> read(byte[] utf8, DoorLimits limits, Refusals refusals) {
        if (utf8.length > limits.requestBytes()) {
            refusals.add(Path.root(), "is longer than " + limits.requestBytes() + " bytes");
            return Map.of();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(utf8));
            Map<?, ?> raw = new Document(text.toString(), limits.depth(), refusals).read();
            return new CanonicalTree(limits, refusals).of(raw);
        } catch (CharacterCodingException invalid) {
            refusals.add(Path.root(), "is not valid UTF-8");
            return Map.of();
        }
    }

    /** One document on its way through the parser, which knows where it is. */
    private static final class Document {
        private final String text;
        private final int depthMax;
        private final Refusals refusals;
        private Path at = Path.root();

        Document(String text, int depthMax, Refusals refusals) {
            this.text = text;
            this.depthMax = depthMax;
            this.refusals = refusals;
        }

        Map<?, ?> read() {
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    refusals.add(Path.root(), "is not a JSON object");
                    return Map.of();
                }
                Map<String, @Nullable Object> tree = object(parser, Path.root(), 1);
                at = Path.root();
                if (parser.nextToken() != null) {
                    refusals.add(Path.root(), "has text behind the JSON object");
                }
                return tree;
            } catch (StreamConstraintsException large) {
                refusals.add(at, "is too long or too deep to be read");
                return Map.of();
            } catch (JacksonException malformed) {
                refusals.add(at, "is not valid JSON" + where(malformed));
                return Map.of();
            }
        }

        private static String where(JacksonException malformed) {
            var location = malformed.getLocation();
            return location == null
                    ? ""
                    : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        }

        private Map<String, @Nullable Object> object(JsonParser parser, Path path, int depth) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                Path place = path.key(key);
                at = place;
                if (tree.containsKey(key)) {
                    refusals.add(place, "is given twice");
                }
                parser.nextToken();
                tree.put(key, value(parser, place, depth));
                at = path;
            }
            return tree;
        }

        private List<@Nullable Object> list(JsonParser parser, Path path, int depth) {
            List<@Nullable Object> tree = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Path place = path.index(tree.size());
                at = place;
                tree.add(value(parser, place, depth));
                at = path;
            }
            return tree;
        }

        private @Nullable Object value(JsonParser parser, Path place, int depth) {
            return switch (parser.currentToken()) {
                case START_OBJECT, START_ARRAY -> nested(parser, place, depth + 1);
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                        throw new IllegalStateException("no value token: " + parser.currentToken());
            };
        }

        private @Nullable Object nested(JsonParser parser, Path place, int depth) {
            if (depth > depthMax) {
                refusals.add(place, "is nested deeper than " + depthMax + " levels");
                parser.skipChildren();
                return null;
            }
            return parser.currentToken() == JsonToken.START_OBJECT
                    ? object(parser, place, depth)
                    : list(parser, place, depth);
        }
    }
}
