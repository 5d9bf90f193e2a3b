package io.praetor.adapters.llamacpp;

import static io.praetor.adapters.llamacpp.PromptTexts.LONG;
import static io.praetor.adapters.llamacpp.PromptTexts.about;
import static io.praetor.adapters.llamacpp.PromptTexts.assertFails;
import static io.praetor.adapters.llamacpp.PromptTexts.greedy;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("llama")
class LlamaQueueTest {
    @TempDir static Path folder;
    private static Path file;

    @BeforeAll
    static void write() {
        file = TinyModel.write(folder.resolve("tiny.gguf"), 4);
    }

    @Test
    void callersAtTheSameTimeGetWhatTheyWouldGetAlone() throws Exception {
        List<String> situations = List.of("deploy", "read", "delete", "the owner is away");
        try (LlamaModel model = LlamaModel.open(TinyModel.settings(file), TinyModel.standing());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<LabelScores> alone = situations.stream().map(each -> score(model, each)).toList();
            List<Future<LabelScores>> together = new ArrayList<>();
            for (int turn = 0; turn < 12; turn++) {
                String situation = situations.get(turn % situations.size());
                together.add(threads.submit(() -> score(model, situation)));
            }
            for (int turn = 0; turn < together.size(); turn++) {
                assertThat(together.get(turn).get()).isEqualTo(alone.get(turn % alone.size()));
            }
        }
    }

    private static LabelScores score(LlamaModel model, String situation) {
        return model.score(about(situation), TinyModel.LABELS, LONG);
    }

    /** Each look at the clock costs a second, and llama.cpp looks before each operation. */
    @Test
    void anEvaluationIsEndedInItsMiddle() {
        var seconds = new AtomicLong();
        LongSupplier clock = () -> seconds.incrementAndGet() * 1_000_000_000L;
        try (LlamaModel model = LlamaModel.open(TinyModel.settings(file), clock)) {
            LabelScores before = score(model, "deploy", Duration.ofDays(1));
            long looks = seconds.get();
            // Fewer than the model's operations, more than the looks between evaluations.
            assertThat(looks).isGreaterThan(60);
            assertFails(Failure.TIMEOUT, () -> score(model, "read", Duration.ofSeconds(20)));
            assertThat(seconds.get() - looks).isBetween(20L, 30L);
            var decoding = new Decoding(0, 0, 50, Optional.empty(), Duration.ofSeconds(400));
            assertFails(Failure.TIMEOUT, () -> model.complete(about("read"), decoding));
            assertThat(score(model, "deploy", Duration.ofDays(1))).isEqualTo(before);
        }
    }

    private static LabelScores score(LlamaModel model, String situation, Duration timeMax) {
        return model.score(about(situation), TinyModel.LABELS, timeMax);
    }

    @Test
    void whoeverComesWhileTheQueueIsFullIsTurnedAway() throws Exception {
        try (Held held = new Held(file, 0)) {
            assertFails(Failure.BUSY, () -> score(held.model, "read"));
            held.letGo();
            assertThat(held.answer.get().mass()).isPositive();
            assertThat(score(held.model, "read").mass()).isPositive();
        }
    }

    @Test
    void whoeverWaitsLongerThanItsTimeGoesWithout() throws Exception {
        try (Held held = new Held(file, 1)) {
            assertFails(Failure.TIMEOUT, () -> score(held.model, "read", Duration.ofNanos(1)));
            assertThat(held.model.waiting()).isZero();
        }
    }

    @Test
    void closingEndsWhatIsBeingAnswered() throws Exception {
        try (Held held = new Held(file, 1)) {
            Thread closing = Thread.ofPlatform().start(held.model::close);
            while (!held.interrupted()) {
                Thread.onSpinWait();
            }
            held.letGo();
            closing.join();
            assertFails(Failure.UNAVAILABLE, () -> unwrapped(held.answer));
            assertFails(Failure.UNAVAILABLE, () -> score(held.model, "read"));
            assertFails(Failure.UNAVAILABLE, () -> held.model.tokens(about("read")));
            assertFails(Failure.UNAVAILABLE, () -> held.model.complete(about("read"), greedy(1)));
            held.model.close();
        }
    }

    private static void unwrapped(Future<LabelScores> answer) throws InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LanguageModelException cause) {
                throw cause;
            }
            throw new AssertionError(failure);
        }
    }

    /** A model whose one caller stands still inside llama.cpp until it is let go. */
    private static final class Held implements AutoCloseable {
        private final LlamaModel model;
        private final Future<LabelScores> answer;
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private int looks;
        private volatile boolean holding;

        Held(Path file, int waitingMax) throws InterruptedException {
            LlamaSettings plain = TinyModel.settings(file);
            var settings =
                    new LlamaSettings(
                            plain.library(),
                            file,
                            plain.sha256(),
                            List.of(),
                            0,
                            0,
                            1,
                            waitingMax,
                            true);
            model = LlamaModel.open(settings, this::look);
            answer =
                    thread.submit(
                            () -> {
                                holding = true;
                                return score(model, "deploy");
                            });
            inside.await();
        }

        /** The first caller looks twice before it is inside; nobody else looks until then. */
        private long look() {
            if (holding) {
                looks++;
                if (looks == 4) {
                    inside.countDown();
                    holding = false;
                    awaitFree();
                }
            }
            return 0;
        }

        private void awaitFree() {
            try {
                free.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        boolean interrupted() {
            return model.isClosing();
        }

        void letGo() {
            free.countDown();
        }

        @Override
        public void close() {
            letGo();
            model.close();
            thread.close();
        }
    }
}
