package io.praetor.policy.document;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads one JSON document (RFC 8259) into a tree.
 *
 * <p>Refused: text behind the document, a key twice in one object, and what is beyond the limits of
 * {@link YamlDocument}. The tokens {@code NaN} and {@code Infinity}, which some writers produce,
 * are numbers here that no range holds. Never throws for what a text says.
 */
public final class JsonDocument {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(YamlDocument.DEPTH_MAX)
                                    .maxDocumentLength(YamlDocument.CHARS_MAX)
                                    .maxTokenCount(2L * YamlDocument.NODES_MAX)
                                    .build())
                    .build();

    private final String file;
    private final JsonParser parser;
    private final Problems problems;

    private JsonDocument(String file, JsonParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** The root of the document; empty where {@code problems} now says why there is none. */
    public static Optional<Node> read(PolicySource source, Problems problems) {
        SourcePosition start = new SourcePosition(source.file(), 1, 1);
        if (source.text().length() > YamlDocument.CHARS_MAX) {
            problems.error(start, "longer than " + YamlDocument.CHARS_MAX + " characters");
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
            return new JsonDocument(source.file(), parser, problems).root();
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            problems.error(
                    at == null ? start : position(source.file(), at),
                    "not readable as json: "
                            + Problems.quoted(String.valueOf(broken.getOriginalMessage())));
            return Optional.empty();
        }
    }

    private Optional<Node> root() {
        if (parser.nextToken() == null) {
            problems.error(new SourcePosition(file, 1, 1), "the file is empty");
            return Optional.empty();
        }
        Node root = node();
        if (parser.nextToken() != null) {
            problems.error(here(), "text behind the document; a file holds one");
        }
        return Optional.of(root);
    }

    private Node node() {
        SourcePosition at = here();
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(at);
            case START_ARRAY -> sequence(at);
            case VALUE_STRING -> scalar(Kind.TEXT, at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, at);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.TRUTH, at);
            case VALUE_NULL -> scalar(Kind.NOTHING, at);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value token: " + parser.currentToken());
        };
    }

    private Node mapping(SourcePosition at) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Node.Scalar key = scalar(Kind.TEXT, here());
            parser.nextToken();
            Node value = node();
            if (keys.add(key.text())) {
                entries.add(new Node.Entry(key, value));
            } else {
                problems.error(
                        key.position(), "key " + Problems.quoted(key.text()) + " stands twice");
            }
        }
        return new Node.Mapping(entries, at);
    }

    private Node sequence(SourcePosition at) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Sequence(items, at);
    }

    private Node.Scalar scalar(Kind kind, SourcePosition at) {
        return new Node.Scalar(kind, parser.getString(), at, Optional.empty());
    }

    private SourcePosition here() {
        return position(file, parser.currentTokenLocation());
    }

    private static SourcePosition position(String file, TokenStreamLocation at) {
        return new SourcePosition(file, at.getLineNr(), at.getColumnNr());
    }
}
