package io.praetor.reasoning;

import io.praetor.reasoning.LanguageModelException.Failure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A model whose callers never wait long: a bounded queue before it, a deadline that includes the
 * wait, and a circuit breaker. Thread-safe.
 *
 * <p>An answer that is late is no answer. Failures that lie in the request, such as a prompt that
 * is too long, do not open the breaker.
 */
public final class GuardedModel implements LanguageModel {
    /** Failures that say something about the model, not about what it was asked. */
    private static final Set<Failure> SICK =
            EnumSet.of(Failure.TIMEOUT, Failure.UNAVAILABLE, Failure.GARBAGE);

    private final LanguageModel inner;
    private final Limits limits;
    private final LongSupplier nanoTicker;
    private final CircuitBreaker breaker;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final Map<Failure, Long> failed = new ConcurrentHashMap<>();

    /**
     * How much is borne.
     *
     * @param turns callers that are served at once
     * @param queueMax callers that wait for a turn
     * @param timeMax for one answer, the wait included; a caller may ask for less
     * @param failuresMax within the window, before nobody is served
     * @param rest how long nobody is served before one caller probes
     */
    public record Limits(
            int turns,
            int queueMax,
            Duration timeMax,
            int failuresMax,
            Duration window,
            Duration rest) {
        private static final int FAILURES_MAX = 5;
        private static final Duration WINDOW = Duration.ofMinutes(1);
        private static final Duration REST = Duration.ofSeconds(30);

        public Limits {
            if (turns < 1 || queueMax < 0 || !timeMax.isPositive()) {
                throw new IllegalArgumentException(
                        "nobody can be served: %d turns, %d waiting, %s"
                                .formatted(turns, queueMax, timeMax));
            }
        }

        /**
         * With a breaker that suits a model on one machine: five failures a minute, half one's
         * rest.
         */
        public static Limits of(int turns, int queueMax, Duration timeMax) {
            return new Limits(turns, queueMax, timeMax, FAILURES_MAX, WINDOW, REST);
        }
    }

    /**
     * @param nanoTicker a clock that only counts
     */
    public GuardedModel(LanguageModel inner, Limits limits, LongSupplier nanoTicker) {
        this.inner = inner;
        this.limits = limits;
        this.nanoTicker = nanoTicker;
        breaker =
                new CircuitBreaker(
                        new CircuitBreaker.Limits(
                                limits.failuresMax(), limits.window(), limits.rest()),
                        nanoTicker);
        turns = new Semaphore(limits.turns(), true);
    }

    @Override
    public ModelCard card() {
        return inner.card();
    }

    /** Counting is cheap beside answering: it takes no turn, and proves nothing about answers. */
    @Override
    public int tokens(Prompt prompt) {
        return counted(
                () -> {
                    if (breaker.isResting()) {
                        throw resting();
                    }
                    return watched(() -> inner.tokens(prompt));
                });
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        return guarded(timeMax, left -> inner.score(prompt, labels, left));
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        return guarded(
                decoding.timeMax(),
                left ->
                        inner.complete(
                                prompt,
                                new Decoding(
                                        decoding.temperature(),
                                        decoding.seed(),
                                        decoding.tokensMax(),
                                        decoding.grammar(),
                                        left)));
    }

    public ModelCounts counts() {
        return new ModelCounts(
                answered.get(),
                failed,
                limits.turns() - turns.availablePermits(),
                waiting.get(),
                breaker.isOpen());
    }

    private <T> T guarded(Duration asked, Function<Duration, T> call) {
        Duration timeMax = asked.compareTo(limits.timeMax()) < 0 ? asked : limits.timeMax();
        long endNanos = nanoTicker.getAsLong() + timeMax.toNanos();
        return counted(
                () -> {
                    enter(timeMax);
                    try {
                        long leftNanos = endNanos - nanoTicker.getAsLong();
                        if (leftNanos <= 0) {
                            throw late(timeMax);
                        }
                        return admitted(
                                () -> {
                                    T answer = call.apply(Duration.ofNanos(leftNanos));
                                    if (nanoTicker.getAsLong() - endNanos > 0) {
                                        throw late(timeMax);
                                    }
                                    return answer;
                                });
                    } finally {
                        turns.release();
                    }
                });
    }

    private void enter(Duration timeMax) {
        if (turns.tryAcquire()) {
            return;
        }
        if (waiting.incrementAndGet() > limits.queueMax()) {
            waiting.decrementAndGet();
            throw new LanguageModelException(
                    Failure.BUSY,
                    "%d callers wait for the model already; ask later, or raise model.queue-max"
                            .formatted(limits.queueMax()));
        }
        try {
            if (!turns.tryAcquire(timeMax.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(timeMax);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LanguageModelException(
                    Failure.UNAVAILABLE, "interrupted while waiting for the model", interrupted);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static LanguageModelException late(Duration timeMax) {
        return new LanguageModelException(
                Failure.TIMEOUT, "no answer within %d ms".formatted(timeMax.toMillis()));
    }

    private LanguageModelException resting() {
        return new LanguageModelException(
                Failure.UNAVAILABLE,
                "the model failed %d times within %d s; it is asked again within %d s"
                        .formatted(
                                limits.failuresMax(),
                                limits.window().toSeconds(),
                                limits.rest().toSeconds()));
    }

    /** One call past the breaker, which learns how it went. */
    private <T> T admitted(Supplier<T> call) {
        if (!breaker.admits()) {
            throw resting();
        }
        try {
            T answer = watched(call);
            breaker.succeeded();
            return answer;
        } finally {
            breaker.gaveUp();
        }
    }

    private <T> T watched(Supplier<T> call) {
        try {
            return call.get();
        } catch (LanguageModelException failure) {
            if (SICK.contains(failure.failure())) {
                breaker.failed();
            }
            throw failure;
        }
    }

    private <T> T counted(Supplier<T> call) {
        try {
            T answer = call.get();
            answered.incrementAndGet();
            return answer;
        } catch (LanguageModelException failure) {
            failed.merge(failure.failure(), 1L, Long::sum);
            throw failure;
        }
    }
}
