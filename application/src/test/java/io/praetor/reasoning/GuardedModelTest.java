package io.praetor.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardedModelTest {
    private static final Prompt PROMPT = new Prompt("", "", "case", "");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final LabelScores SCORES = new LabelScores(Map.of("allow", -1.0));

    private final ScriptedModel inner = new ScriptedModel();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final GuardedModel model =
            new GuardedModel(
                    inner,
                    new GuardedModel.Limits(
                            1, 1, Duration.ofMinutes(1), 3, SECOND.multipliedBy(10), SECOND),
                    nanos::get);

    @Test
    void anAnswerInTimePassesThrough() {
        inner.scores(() -> SCORES);
        assertThat(score(SECOND)).isEqualTo(SCORES);
        assertThat(inner.granted()).isEqualTo(SECOND);
        score(Duration.ofHours(1));
        assertThat(inner.granted()).isEqualTo(Duration.ofMinutes(1));
        assertThat(model.counts()).isEqualTo(new ModelCounts(2, Map.of(), 0, 0, false));
    }

    @Test
    void aLateAnswerIsNone() {
        inner.scores(
                () -> {
                    pass(SECOND.plusNanos(1));
                    return SCORES;
                });
        fails(Failure.TIMEOUT, () -> score(SECOND));
        assertThat(model.counts().failed()).isEqualTo(Map.of(Failure.TIMEOUT, 1L));
    }

    @Test
    void whoeverComesWhenTheQueueIsFullIsTurnedAwayAndWhoeverWaitsTooLongGivesUp()
            throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        inner.scores(
                () -> {
                    asked.countDown();
                    await(release);
                    return SCORES;
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LabelScores> first = threads.submit(() -> score(Duration.ofMinutes(1)));
            await(asked);
            fails(Failure.TIMEOUT, () -> score(Duration.ofMillis(5)));
            Future<LabelScores> second = threads.submit(() -> score(Duration.ofMinutes(1)));
            while (model.counts().waiting() == 0) {
                Thread.onSpinWait();
            }
            fails(Failure.BUSY, () -> score(Duration.ofMinutes(1)));
            release.countDown();
            assertThat(first.get()).isEqualTo(SCORES);
            assertThat(second.get()).isEqualTo(SCORES);
        }
        assertThat(model.counts())
                .isEqualTo(
                        new ModelCounts(
                                2, Map.of(Failure.TIMEOUT, 1L, Failure.BUSY, 1L), 0, 0, false));
    }

    @Test
    void theTimeThatWasWaitedIsNoLongerGranted() {
        inner.scores(() -> SCORES);
        AtomicLong ticks = new AtomicLong();
        GuardedModel slow =
                new GuardedModel(
                        inner,
                        GuardedModel.Limits.of(1, 1, SECOND),
                        () -> ticks.getAndAdd(Duration.ofMillis(300).toNanos()));
        slow.score(PROMPT, List.of("allow", "deny"), SECOND);
        assertThat(inner.granted()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void failuresInAWindowOpenTheBreakerAndOneProbeClosesIt() {
        for (int i = 0; i < 3; i++) {
            fails(Failure.UNAVAILABLE, () -> score(SECOND));
        }
        assertThat(model.counts().isOpen()).isTrue();
        inner.scores(() -> SCORES);
        fails(Failure.UNAVAILABLE, () -> score(SECOND));
        fails(Failure.UNAVAILABLE, () -> model.tokens(PROMPT));
        assertThat(inner.calls()).isEqualTo(3);

        pass(SECOND);
        assertThat(score(SECOND)).isEqualTo(SCORES);
        assertThat(model.counts().isOpen()).isFalse();
        assertThat(inner.calls()).isEqualTo(4);
    }

    @Test
    void onlyOneCallerProbes() {
        CircuitBreaker breaker =
                new CircuitBreaker(new CircuitBreaker.Limits(1, SECOND, SECOND), nanos::get);
        breaker.failed();
        assertThat(breaker.admits()).isFalse();
        pass(SECOND);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.succeeded();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aProbeThatFailsOpensTheBreakerAgain() {
        for (int i = 0; i < 3; i++) {
            fails(Failure.UNAVAILABLE, () -> score(SECOND));
        }
        pass(SECOND);
        fails(Failure.UNAVAILABLE, () -> score(SECOND));
        assertThat(inner.calls()).isEqualTo(4);
        fails(Failure.UNAVAILABLE, () -> score(SECOND));
        assertThat(inner.calls()).isEqualTo(4);
    }

    @Test
    void failuresFarApartOpenNothing() {
        for (int i = 0; i < 10; i++) {
            fails(Failure.UNAVAILABLE, () -> score(SECOND));
            pass(SECOND.multipliedBy(6));
        }
        assertThat(inner.calls()).isEqualTo(10);
    }

    @Test
    void countingTokensNeitherClosesTheBreakerNorForgetsFailures() {
        for (int i = 0; i < 3; i++) {
            model.tokens(PROMPT);
            fails(Failure.UNAVAILABLE, () -> score(SECOND));
        }
        assertThat(model.counts().isOpen()).isTrue();
        pass(SECOND);
        model.tokens(PROMPT);
        assertThat(model.counts().isOpen()).isTrue();
    }

    @Test
    void whatLiesInTheRequestOpensNothingAndAProbeThatLearntNothingIsOwed() {
        inner.completion(
                () -> {
                    throw new LanguageModelException(Failure.TOO_LONG, "too long");
                });
        Decoding decoding = new Decoding(0, 1, 1, Optional.empty(), SECOND);
        for (int i = 0; i < 5; i++) {
            fails(Failure.TOO_LONG, () -> model.complete(PROMPT, decoding));
        }
        assertThat(model.counts().isOpen()).isFalse();
        for (int i = 0; i < 3; i++) {
            fails(Failure.UNAVAILABLE, () -> score(SECOND));
        }
        pass(SECOND);
        fails(Failure.TOO_LONG, () -> model.complete(PROMPT, decoding));
        assertThat(model.counts().isOpen()).isTrue();
        inner.scores(() -> SCORES);
        assertThat(score(SECOND)).isEqualTo(SCORES);
        assertThat(model.counts().isOpen()).isFalse();
    }

    private LabelScores score(Duration timeMax) {
        return model.score(PROMPT, List.of("allow", "deny"), timeMax);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void fails(Failure failure, Runnable call) {
        LanguageModelException thrown =
                catchThrowableOfType(LanguageModelException.class, call::run);
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isEqualTo(failure);
    }
}
