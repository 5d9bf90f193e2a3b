package io.praetor.app;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way to the reviewing API: in this process, or through a server. Not thread-safe. */
public interface ReviewDoor extends AutoCloseable {
    /**
     * An answer of the API.
     *
     * @param status an HTTP status code
     */
    record Answer(int status, JsonNode body) {
        private static final int OK = 200;

        public boolean isOk() {
            return status == OK;
        }

        /** Why there is no answer: a lower-case fragment. */
        public String problem() {
            StringBuilder text = new StringBuilder(body.path("detail").asString("no answer"));
            for (JsonNode error : body.path("errors")) {
                text.append("; `%s` ".formatted(error.path("path").asString("")))
                        .append(error.path("reason").asString(""));
            }
            return text.toString();
        }
    }

    Answer get(String path, Map<String, String> query);

    Answer post(String path, ObjectNode body);

    @Override
    void close();
}
