package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.ReviewDoor;
import io.praetor.app.ReviewDoor.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one reviewer asks of the API, one request a method.
 *
 * @param reviewer the name to give; empty where a token says it
 * @param filter parameters of the queue
 */
record ReviewSession(ReviewDoor door, Optional<String> reviewer, Map<String, String> filter) {

    /** The queue's entries, first to look at first; what refuses them is bad input. */
    JsonNode entries() {
        Map<String, String> query = new LinkedHashMap<>(filter);
        reviewer.ifPresent(name -> query.put("reviewer", name));
        Answer answer = door.get("/v1/queue", query);
        if (!answer.isOk()) {
            throw new BadInput(answer.problem());
        }
        return answer.body().path("entries");
    }

    Answer claim(String record) {
        return door.post("/v1/queue/claims", body().put("record", record));
    }

    Answer claimNext() {
        ObjectNode body = body();
        filter.forEach(
                (name, value) -> {
                    if (!name.equals("limit")) {
                        body.put(name, value);
                    }
                });
        return door.post("/v1/queue/claims", body);
    }

    void release(String record) {
        door.post("/v1/queue/releases", body().put("record", record));
    }

    /** Hands in a verdict whose other members are given. */
    Answer submit(ObjectNode verdict) {
        ObjectNode body = body();
        verdict.properties().forEach(each -> body.set(each.getKey(), each.getValue()));
        return door.post("/v1/reviews", body);
    }

    private ObjectNode body() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        reviewer.ifPresent(name -> body.put("reviewer", name));
        return body;
    }
}
