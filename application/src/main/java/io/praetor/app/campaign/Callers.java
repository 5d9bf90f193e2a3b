package io.praetor.app.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that ask one server at the same time, each again as soon as it has its answer. */
final class Callers implements AutoCloseable {
    /** Enough to fill the writer's batches on a machine of two cores. */
    static final int COUNT = 8;

    /** A killed server breaks the connection at once; this is for one that hangs. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final HttpClient client;
    private final ExecutorService threads;

    Callers() {
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /**
     * Under way until the server is gone.
     *
     * @param answered falls to zero with the first answer
     */
    record Asking(List<Future<List<Answered>>> callers, CountDownLatch answered) {
        /** Waits until the first answer came; whether it did in time. */
        boolean isAnswered() {
            try {
                return answered.await(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }

        /** Everything that came back whole. */
        List<Answered> answers() {
            List<Answered> answers = new ArrayList<>();
            for (Future<List<Answered>> caller : callers) {
                answers.addAll(outcome(caller));
            }
            return answers;
        }

        private static List<Answered> outcome(Future<List<Answered>> caller) {
            try {
                return caller.get();
            } catch (ExecutionException fault) {
                throw new IllegalStateException("a caller failed", fault.getCause());
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }

        private static IllegalStateException interrupted(InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while waiting for callers", interrupted);
        }
    }

    Asking start(String url) {
        URI decide = URI.create(url + "/v1/decide");
        List<Future<List<Answered>>> callers = new ArrayList<>();
        CountDownLatch answered = new CountDownLatch(1);
        for (int index = 0; index < COUNT; index++) {
            Callable<List<Answered>> caller = asking(decide, index, answered);
            callers.add(threads.submit(caller));
        }
        return new Asking(callers, answered);
    }

    private Callable<List<Answered>> asking(URI uri, int first, CountDownLatch answered) {
        return () -> {
            List<Answered> answers = new ArrayList<>();
            try {
                for (int turn = first; true; turn++) {
                    answers.add(ask(uri, Requests.body(turn)));
                    answered.countDown();
                }
            } catch (IOException gone) {
                return answers;
            }
        };
    }

    private Answered ask(URI uri, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return new Answered(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        threads.close();
        client.close();
    }
}
