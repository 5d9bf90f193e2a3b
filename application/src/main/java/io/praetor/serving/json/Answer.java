package io.praetor.serving.json;

import io.praetor.decision.Released;
import java.util.List;

/**
 * A released decision and how the server came to it.
 *
 * @param notes what the server did to the request before it was decided
 * @param totalMicros from reading the request to having it decided and recorded
 */
public record Answer(Released released, List<String> notes, long totalMicros) {
    public Answer {
        notes = List.copyOf(notes);
    }
}
