package io.praetor.simulation.governance;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.praetor.rollout.watch.WatchState;
import tools.jackson.databind.json.JsonMapper;

/** A watch's state as JSON text and back, exactly: as a store would keep it over a restart. */
final class WatchText {
    /** Only components are state; a question such as {@code isStale} is not. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(
                            rules -> rules.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .build();

    private WatchText() {}

    static String write(WatchState state) {
        return JSON.writeValueAsString(state);
    }

    static WatchState read(String text) {
        return JSON.readValue(text, WatchState.class);
    }
}
