package io.praetor.serving;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The fields of JSON documents, and those that a schema describes, as lines to compare. */
final class Fields {
    private final JsonNode description;
    private final Set<String> found = new TreeSet<>();

    /**
     * @param description an OpenAPI document, for its references
     */
    Fields(JsonNode description) {
        this.description = description;
    }

    /** One line a field: path and JSON type. */
    Set<String> lines() {
        return found;
    }

    /** Adds the fields of a document. */
    void addOf(JsonNode value, String path) {
        found.add(path + " " + typeOf(value));
        for (String name : value.propertyNames()) {
            addOf(value.get(name), path + "." + name);
        }
        if (value.isArray()) {
            value.forEach(item -> addOf(item, path + "[]"));
        }
    }

    /** Adds the fields that a schema describes. */
    void addDescribed(JsonNode schema, String path) {
        if (schema.has("$ref")) {
            String pointer = schema.get("$ref").asString().substring(1);
            addDescribed(description.at(pointer), path);
            return;
        }
        if (schema.has("anyOf")) {
            schema.get("anyOf").forEach(one -> addDescribed(one, path));
            return;
        }
        String type = schema.get("type").asString();
        found.add(path + " " + (type.equals("integer") ? "number" : type));
        if (schema.has("properties")) {
            JsonNode properties = schema.get("properties");
            for (String name : properties.propertyNames()) {
                addDescribed(properties.get(name), path + "." + name);
            }
        }
        if (schema.has("items")) {
            addDescribed(schema.get("items"), path + "[]");
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
        };
    }
}
