package io.praetor.adapters.files;

import io.praetor.policy.library.PolicyReloading;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at policy files again and again until it is closed. Each look has a thread of its own, so
 * that a fault in one ends that look and not the looking; the library that serves is not touched.
 */
public final class PolicyPolling implements AutoCloseable {
    /** How long closing waits for a look under way. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PolicyWatch watch;
    private final Rhythm rhythm;
    private final Consumer<PolicyReloading> onReload;
    private final Consumer<Throwable> onFault;

    /**
     * When to look.
     *
     * @param beside is done with each look, before it
     */
    public record Rhythm(Duration interval, Runnable beside) {}

    private PolicyPolling(
            PolicyWatch watch,
            Rhythm rhythm,
            Consumer<PolicyReloading> onReload,
            Consumer<Throwable> onFault) {
        this.watch = watch;
        this.rhythm = rhythm;
        this.onReload = onReload;
        this.onFault = onFault;
    }

    /**
     * @param onReload told of each reload, taken or not; calls do not overlap
     * @param onFault told of a fault in a look or in {@code onReload}
     */
    public static PolicyPolling start(
            PolicyWatch watch,
            Rhythm rhythm,
            Consumer<PolicyReloading> onReload,
            Consumer<Throwable> onFault) {
        PolicyPolling polling = new PolicyPolling(watch, rhythm, onReload, onFault);
        var _ = Thread.ofPlatform().daemon().name("policy-polling").start(polling::run);
        return polling;
    }

    private void run() {
        try {
            while (!closed.await(rhythm.interval().toNanos(), TimeUnit.NANOSECONDS)) {
                Thread.ofVirtual()
                        .uncaughtExceptionHandler((thread, fault) -> onFault.accept(fault))
                        .start(this::look)
                        .join();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void look() {
        try {
            rhythm.beside().run();
        } finally {
            watch.look().ifPresent(onReload);
        }
    }

    /** Waits for a look under way, but not for ever. */
    @Override
    public void close() {
        closed.countDown();
        try {
            boolean _ = ended.await(LAST_LOOK.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
