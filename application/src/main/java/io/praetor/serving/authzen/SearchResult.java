package io.praetor.serving.authzen;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * One page of what a search found (section 8.3).
 *
 * @param nextToken empty at the end
 * @param tellsPage whether the answer says anything about pages
 */
record SearchResult(List<Found> results, String nextToken, boolean tellsPage) {
    SearchResult {
        results = List.copyOf(results);
    }

    /** One permitted candidate. */
    sealed interface Found {
        record FoundEntity(Entity entity) implements Found {}

        record FoundAction(String name) implements Found {}
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        if (tellsPage) {
            json.writeName("page");
            json.writeStartObject();
            json.writeStringProperty("next_token", nextToken);
            json.writeNumberProperty("count", results.size());
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("results");
        for (Found found : results) {
            json.writeStartObject();
            switch (found) {
                case Found.FoundEntity(Entity entity) -> {
                    json.writeStringProperty("type", entity.type());
                    json.writeStringProperty("id", entity.id());
                }
                case Found.FoundAction(String name) -> json.writeStringProperty("name", name);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
