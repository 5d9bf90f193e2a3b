package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.Governance;
import io.praetor.app.config.Config;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Deadline;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Route;
import io.praetor.serving.http.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The governance API asked by a verb, in this process and on the configured store: what a client
 * gets from a server, without one.
 */
final class GovernanceCall implements AutoCloseable {
    /** Nobody else waits; the store has limits of its own. */
    private static final Duration TIME_MAX = Duration.ofMinutes(10);

    private static final int REFUSED = 400;

    private final Governance governance;
    private final String person;

    /**
     * @param person who asks
     */
    GovernanceCall(Config config, String person) {
        this.governance = Governance.open(config);
        this.person = person;
    }

    /** An answer: its status, and its body. */
    record Answer(int status, JsonNode body) {
        boolean isRefused() {
            return status >= REFUSED;
        }

        String detail() {
            return body.path("detail").asString();
        }
    }

    Governance governance() {
        return governance;
    }

    /** What there is; BadInput where there is nothing. */
    JsonNode get(String path, Map<String, String> parameters) {
        Answer answer = ask(HttpMethod.GET, path, parameters, "");
        if (answer.isRefused()) {
            throw new BadInput(answer.detail());
        }
        return answer.body();
    }

    Answer post(String path, Map<String, String> parameters, ObjectNode body) {
        return ask(HttpMethod.POST, path, parameters, body.toString());
    }

    private Answer ask(
            HttpMethod method, String path, Map<String, String> parameters, String body) {
        Route route =
                governance.routes().stream()
                        .filter(it -> it.method() == method && it.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no route " + path));
        Reply reply =
                route.endpoint()
                        .answer(
                                new Request(
                                        new Caller(person, Set.of(Scope.GOVERN)),
                                        "localhost",
                                        body.getBytes(StandardCharsets.UTF_8),
                                        Deadline.in(TIME_MAX, System::nanoTime),
                                        new Target(parameters, Map.of())));
        return new Answer(reply.status().code(), JsonMapper.shared().readTree(reply.body()));
    }

    @Override
    public void close() {
        governance.close();
    }
}
