package io.praetor.app.campaign;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole answer as it came, read only when the server is gone, so that reading costs it nothing.
 */
record Answered(int status, String body) {
    private static final int OK = 200;
    private static final int REFUSED = 400;
    private static final String URN = "urn:uuid:";

    List<Seen> seen() {
        return switch (status) {
            case OK -> decisions(JsonMapper.shared().readTree(body));
            case REFUSED -> List.of(refusal(JsonMapper.shared().readTree(body)));
            default -> List.of(new Seen.Nothing(status));
        };
    }

    private static List<Seen> decisions(JsonNode answer) {
        List<Seen> seen = new ArrayList<>();
        if (answer.has("decisions")) {
            answer.path("decisions").forEach(each -> seen.add(decision(each)));
        } else {
            seen.add(decision(answer));
        }
        return seen;
    }

    private static Seen decision(JsonNode decision) {
        RecordId id = new RecordId(decision.path("id").asString());
        Effect effect = Effect.valueOf(decision.path("effect").asString().toUpperCase(Locale.ROOT));
        JsonNode record = decision.path("record");
        return record.has("hash")
                ? new Seen.Decided(
                        id,
                        effect,
                        record.path("sequence").asLong(),
                        Hash.ofHex(record.path("hash").asString()))
                : new Seen.Unrecorded(id, effect);
    }

    private static Seen refusal(JsonNode problem) {
        String instance = problem.path("instance").asString("");
        return instance.startsWith(URN)
                ? new Seen.Refused(new RecordId(instance.substring(URN.length())))
                : new Seen.Nothing(REFUSED);
    }
}
