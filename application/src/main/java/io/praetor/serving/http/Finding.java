package io.praetor.serving.http;

import java.util.List;
import java.util.Map;

/** What a method and a path lead to. */
sealed interface Finding {
    /**
     * @param segments of the path that take any text, as sent, by name
     */
    record Found(Route route, RouteMetrics metrics, Map<String, String> segments)
            implements Finding {}

    record NoSuchPath() implements Finding {}

    /**
     * @param allowed what the path does answer
     */
    record WrongMethod(List<String> allowed) implements Finding {
        public WrongMethod {
            allowed = List.copyOf(allowed);
        }
    }
}
