package io.praetor.situation.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden conversions and refusals under {@code src/test/resources/situation}. */
final class GoldenFiles {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenFiles() {}

    static List<JsonNode> cases(String file) {
        try (InputStream text = GoldenFiles.class.getResourceAsStream("/situation/" + file)) {
            return JSON.readTree(Objects.requireNonNull(text, file)).valueStream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(JsonNode request) {
        return JSON.writeValueAsBytes(request);
    }
}
