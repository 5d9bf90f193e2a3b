package io.praetor.serving.http;

import java.util.List;

/** What a method and a path lead to. */
sealed interface Finding {
    /**
     * @param id what stands for {@code {id}} in the path, as sent; empty where there is none
     */
    record Found(Route route, RouteMetrics metrics, String id) implements Finding {}

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
