package io.praetor.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the server does: asks in JSON and reads the answer. */
public final class Client implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Optional<String> token;

    public Client(String base) {
        this(base, Optional.empty());
    }

    /**
     * @param token sent with every request
     */
    public Client(String base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /** An answer: its status, its body, and that body as JSON where it is. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return parse(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    /** JSON written with single quotes, which needs no escapes in Java. */
    public static JsonNode quoted(String json) {
        return parse(json.replace('\'', '"'));
    }

    public URI uri(String path) {
        return URI.create(base + path);
    }

    public Answer post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    public Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(authorized(path).GET());
    }

    public HttpRequest.Builder request(String path) {
        return authorized(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return token.map(it -> request.header("Authorization", "Bearer " + it)).orElse(request);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
