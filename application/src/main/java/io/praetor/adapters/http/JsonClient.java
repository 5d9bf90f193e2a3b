package io.praetor.adapters.http;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model server in JSON. Thread-safe.
 *
 * <p>A request that is late is cancelled, so that the server can stop. Redirects are not followed:
 * they would carry the token elsewhere.
 */
public final class JsonClient implements AutoCloseable {
    /** Scores over a vocabulary of 200,000 tokens are some 25 MB. */
    private static final long ANSWER_BYTES_MAX = 64L << 20;

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Endpoint endpoint;
    private final HttpClient client;

    public JsonClient(Endpoint endpoint) {
        this.endpoint = endpoint;
        client =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(CONNECT_TIME)
                        .build();
    }

    public Reply get(String path, Deadline deadline) {
        return send(request(path).GET(), path, deadline);
    }

    public Reply post(String path, JsonNode body, Deadline deadline) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())),
                path,
                deadline);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.at(path)).header("Accept", "application/json");
        endpoint.token()
                .ifPresent(token -> request.header("Authorization", "Bearer " + token.value()));
        return request;
    }

    private Reply send(HttpRequest.Builder request, String path, Deadline deadline) {
        long leftNanos = deadline.leftNanos();
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        String url = endpoint.at(path).toString();
        try {
            HttpResponse<byte[]> response = pending.get(leftNanos, TimeUnit.NANOSECONDS);
            return read(url, response);
        } catch (TimeoutException late) {
            pending.cancel(true);
            throw deadline.missed();
        } catch (InterruptedException interrupted) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new LanguageModelException(
                    Failure.UNAVAILABLE, url + ": interrupted while waiting", interrupted);
        } catch (ExecutionException failed) {
            throw broken(url, Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private static LanguageModelException broken(String url, Throwable cause) {
        String what =
                switch (cause) {
                    case HttpTimeoutException _ -> "nobody answers";
                    case java.net.ConnectException _ -> "nobody listens there";
                    case IOException io when io.getMessage() != null -> io.getMessage();
                    default -> cause.getClass().getSimpleName();
                };
        return new LanguageModelException(
                Failure.UNAVAILABLE,
                "%s: %s; check that the server runs and that model.url is right"
                        .formatted(url, what),
                cause);
    }

    private static Reply read(String url, HttpResponse<byte[]> response) {
        byte[] body = response.body();
        if (response.statusCode() != 200) {
            throw Refusal.of(url, response.statusCode(), new String(body, StandardCharsets.UTF_8));
        }
        try {
            return new Reply(url, STRICT.readTree(body));
        } catch (JacksonException noJson) {
            throw new LanguageModelException(
                    Failure.GARBAGE, url + ": the answer is no JSON, or cut", noJson);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
