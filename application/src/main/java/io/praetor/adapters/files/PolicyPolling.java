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
    private final CountDownLatch closed = new CountDownLatch(1);
    private final PolicyWatch watch;
    private final Duration interval;
    private final Consumer<PolicyReloading> onReload;
    private final Consumer<Throwable> onFault;

    private PolicyPolling(
            PolicyWatch watch,
            Duration interval,
            Consumer<PolicyReloading> onReload,
            Consumer<Throwable> onFault) {
        this.watch = watch;
        this.interval = interval;
        this.onReload = onReload;
        this.onFault = onFault;
    }

    /**
     * @param onReload told of each reload, taken or not; calls do not overlap
     * @param onFault told of a fault in a look or in {@code onReload}
     */
    public static PolicyPolling start(
            PolicyWatch watch,
            Duration interval,
            Consumer<PolicyReloading> onReload,
            Consumer<Throwable> onFault) {
        PolicyPolling polling = new PolicyPolling(watch, interval, onReload, onFault);
        var _ = Thread.ofPlatform().daemon().name("policy-polling").start(polling::run);
        return polling;
    }

    private void run() {
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                Thread.ofVirtual()
                        .uncaughtExceptionHandler((thread, fault) -> onFault.accept(fault))
                        .start(() -> watch.look().ifPresent(onReload))
                        .join();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
