package io.praetor.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpServerTest {
    private final SmallServer server = SmallServer.started(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPostIsReadWholeAndAnswered() throws Exception {
        HttpResponse<String> answer = server.post("/echo", "{\"a\":1}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"a\":1}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void theRequestIdComesBack() throws Exception {
        HttpRequest request = server.request("/echo", "{}").header("X-Request-ID", "a-7 b").build();
        HttpResponse<String> answer = server.client().send(request, BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("X-Request-ID")).hasValue("a-7 b");
        assertThat(server.post("/echo", "{}").headers().firstValue("X-Request-ID")).isEmpty();
    }

    @Test
    void theRequestIdComesBackWithAnErrorToo() throws Exception {
        HttpRequest request = server.request("/nowhere", "{}").header("X-Request-ID", "a").build();
        HttpResponse<String> answer = server.client().send(request, BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("X-Request-ID")).hasValue("a");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        checkProblem(server.post("/nowhere", "{}"), 404, "nothing here; see /openapi.json");
        checkProblem(server.post("/echo/", "{}"), 404, "nothing here; see /openapi.json");
        checkProblem(server.post("/ECHO", "{}"), 404, "nothing here; see /openapi.json");
        checkProblem(server.post("/%65cho", "{}"), 404, "nothing here; see /openapi.json");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws Exception {
        HttpResponse<String> answer =
                server.send(HttpRequest.newBuilder(server.uri("/echo")).GET());
        checkProblem(answer, 405, "this path answers POST");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");

        answer = server.send(server.request("/hello", "{}"));
        checkProblem(answer, 405, "this path answers GET, HEAD");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void headAnswersAsGetWithoutABody() throws Exception {
        HttpResponse<String> get = server.send(HttpRequest.newBuilder(server.uri("/hello")).GET());
        HttpResponse<String> head =
                server.send(HttpRequest.newBuilder(server.uri("/hello")).HEAD());
        assertThat(get.body()).isEqualTo("hello");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).hasValue("5");
    }

    @Test
    void onlyJsonIsRead() throws Exception {
        for (String type :
                List.of("text/plain", "application/xml", "application/json; charset=latin1", "")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/echo"));
            request.POST(BodyPublishers.ofString("{}"));
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            checkProblem(server.send(request), 415, "the body must be application/json in UTF-8");
        }
        for (String type : List.of("application/json; charset=\"UTF-8\"", "Application/JSON")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/echo"));
            request.POST(BodyPublishers.ofString("{}")).header("Content-Type", type);
            assertThat(server.send(request).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void authzenRoutesSayTheSameInAString() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/authzen"));
        request.POST(BodyPublishers.ofString("{}")).header("Content-Type", "text/plain");
        HttpResponse<String> answer = server.send(request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("\"the body must be application/json in UTF-8\"");
    }

    @Test
    void aClientThatTakesNoJsonIsTold() throws Exception {
        for (String accept : List.of("text/html", "application/json;q=0", "image/*, text/*")) {
            checkProblem(
                    server.send(server.request("/echo", "{}").header("Accept", accept)),
                    406,
                    "we answer in application/json");
        }
        for (String accept : List.of("*/*", "text/html, application/json;q=0.1", "application/*")) {
            HttpResponse<String> answer =
                    server.send(server.request("/echo", "{}").header("Accept", accept));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLargeBodyIsRefused() throws Exception {
        String limit = "the body is longer than 65536 bytes";
        assertThat(server.post("/echo", "x".repeat(65_536)).statusCode()).isEqualTo(200);
        checkProblem(server.post("/echo", "x".repeat(65_537)), 413, limit);
        checkProblem(server.post("/echo", "x".repeat(1_000_000)), 413, limit);
        checkProblem(server.post("/echo", "x".repeat(5_000_000)), 413, limit);
    }

    @Test
    void aLargeChunkedBodyIsRefused() throws Exception {
        byte[] body = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri("/echo"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));
        checkProblem(server.send(request), 413, "the body is longer than 65536 bytes");
    }

    @Test
    void aBugIsAnsweredWithoutItsDetailAndLogged() throws Exception {
        checkProblem(server.post("/bug", "{}"), 500, "the server failed; its log says why");
        assertThat(server.events)
                .singleElement()
                .asString()
                .startsWith(
                        "{\"at\":\"1970-01-01T00:00:00Z\",\"level\":\"error\",\"event\":\"failure\""
                                + ",\"cause\":\"java.lang.IllegalStateException: a secret\"");
    }

    private static void checkProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith("{\"type\":\"about:blank\",\"title\":\"")
                .contains("\"status\":" + status)
                .contains("\"detail\":\"" + detail + "\"");
    }
}
