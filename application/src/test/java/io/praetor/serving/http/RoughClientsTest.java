package io.praetor.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoughClientsTest {
    private final SmallServer server = SmallServer.started(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void brokenHttpGetsAProblemDocument() throws Exception {
        checkRaw("nonsense\r\n\r\n", 400);
        checkRaw("GET /hello HTTP/1.1\r\n\r\n", 400);
        checkRaw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
        checkRaw(
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n{}",
                400);
        checkRaw(
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: 2\r\n\r\n{}",
                400);
        checkRaw(
                "GET /hello HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(17_000) + "\r\n\r\n",
                431);
        checkRaw("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    }

    @Test
    void aClientThatSendsNoMoreIsCutOff() throws Exception {
        List<String> starts =
                List.of(
                        "POST /echo HTTP/1.1\r\nHost: localhost\r\n",
                        "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n"
                                + "Content-Type: application/json\r\n\r\n{");
        try (SmallServer impatient = SmallServer.started(Duration.ofMillis(100))) {
            for (String start : starts) {
                try (Socket socket = impatient.connected()) {
                    socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
                    assertThat(endOf(socket)).isTrue();
                }
            }
            assertThat(impatient.metrics.text()).contains("praetor_slow_clients_total 2");
        }
    }

    @Test
    void aRequestInProgressIsFinishedBeforeTheEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                server.client()
                        .sendAsync(server.request("/wait", "{}").build(), BodyHandlers.ofString());
        server.entered.await();
        server.http.drain();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server.http::stop);
        server.leave.countDown();

        HttpResponse<String> answer = waiting.get();
        stopped.get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("done");
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void anotherHostNameIsNotAnsweredWithoutTokens() throws Exception {
        String answer = server.raw("GET /hello HTTP/1.1\r\nHost: rebound.example:80\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 421 ");
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000")) {
            assertThat(server.raw("GET /hello HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private void checkRaw(String request, int status) throws IOException {
        assertThat(server.raw(request))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json")
                .contains("\"status\":" + status);
    }

    /** Reads until the other side ends the connection, whichever way it does. */
    private static boolean endOf(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (IOException e) {
            return socket.isConnected();
        }
    }
}
