package io.praetor.browser;

import io.praetor.app.Advisers;
import io.praetor.app.Parts;
import io.praetor.app.Sidecar;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as `serve` starts it, on a port of its own, with its log in a folder. */
final class RunningSidecar implements AutoCloseable {
    private static final Path INSTALLATION = Path.of("..").toAbsolutePath().normalize();

    private final Sidecar sidecar;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningSidecar(Path data, int blindPercent) {
        // Only what the tests turn on: no case comes by chance, nobody reasons.
        Map<String, String> environment =
                Map.of(
                        "PRAETOR_HOME", data.toString(),
                        "PRAETOR_SERVER_PORT", "0",
                        "PRAETOR_REASONING_BY", "off",
                        "PRAETOR_REVIEW_BLIND_PERCENT", Integer.toString(blindPercent),
                        "PRAETOR_REVIEW_KNOWN_PERCENT", "0",
                        "PRAETOR_REVIEW_SECOND_PERCENT", "0");
        Config config = new ConfigReader(environment, data, INSTALLATION).read(Optional.empty());
        sidecar = Sidecar.start(config, Advisers.open(config, INSTALLATION, Parts.NONE), _ -> {});
    }

    /** Every case is shown whole. */
    static RunningSidecar in(Path data) {
        return new RunningSidecar(data, 0);
    }

    /** Every case is shown blind. */
    static RunningSidecar blind(Path data) {
        return new RunningSidecar(data, 100);
    }

    String at(String path) {
        return sidecar.url() + path;
    }

    /** Has a deployment decided that says {@code words}; gives the decision's id. */
    String decided(String words) {
        String body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("action_type", "deploy")
                        .put("actor_id", "user:zoe")
                        .put("actor_role", "developer")
                        .put("resource", "env:production")
                        .put("description", words)
                        .toString();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(at("/v1/decide")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return send(request).get("id").asString();
    }

    /** How many cases were reviewed, and how many of them corrected. */
    JsonNode statistics() {
        return send(HttpRequest.newBuilder(URI.create(at("/v1/reviews/statistics"))).build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        sidecar.stop();
    }
}
