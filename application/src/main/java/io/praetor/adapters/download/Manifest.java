package io.praetor.adapters.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a model file is to be had.
 *
 * @param pointer a small text there that states the file's SHA-256 and size, as Git LFS writes it
 * @param sha256 the digest, where this project has seen the file itself
 */
public record Manifest(
        String name,
        String file,
        String quantisation,
        String licence,
        long bytes,
        URI url,
        Optional<URI> pointer,
        Optional<String> sha256) {
    /** Reads a manifest; throws {@link IllegalArgumentException} where it is none. */
    public static Manifest of(String json) {
        try {
            JsonNode node = JsonMapper.shared().readTree(json);
            String file = text(node, "file").orElseThrow(() -> missing("file"));
            if (!Path.of(file).equals(Path.of(file).getFileName())) {
                throw new IllegalArgumentException("`file` is a plain file name");
            }
            return new Manifest(
                    text(node, "name").orElseThrow(() -> missing("name")),
                    file,
                    text(node, "quantisation").orElse(""),
                    text(node, "licence").orElse("unknown"),
                    node.path("bytes").asLong(0),
                    URI.create(text(node, "url").orElseThrow(() -> missing("url"))),
                    text(node, "pointer").map(URI::create),
                    text(node, "sha256"));
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("is no JSON", noJson);
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("has no `%s`".formatted(name));
    }
}
