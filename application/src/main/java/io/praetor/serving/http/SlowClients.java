package io.praetor.serving.http;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Cuts off clients that take too long to send a request or to take an answer, a byte at a time or
 * not at all. Thread-safe.
 *
 * <p>The HTTP library serves a connection on one virtual thread and waits for its client without a
 * limit once the first line of a request is there. So this notes when a thread begins to wait for a
 * client, and {@link #sweep} interrupts those that wait too long, which closes the connection. A
 * thread that decides is never interrupted.
 */
final class SlowClients implements Http1ConnectionListener {
    private final Map<Thread, Exchange> exchanges = new ConcurrentHashMap<>();
    private final ServerLimits limits;
    private final LongSupplier nanoTicker;
    private final Counter cutOff;

    SlowClients(ServerLimits limits, LongSupplier nanoTicker, Metrics metrics) {
        this.limits = limits;
        this.nanoTicker = nanoTicker;
        this.cutOff =
                metrics.counter(
                        "praetor_slow_clients_total", "Connections cut off as their client idled.");
    }

    /** The first line of a request is there. */
    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        Exchange exchange = new Exchange(Thread.currentThread());
        exchange.waitUntil(nanoTicker.getAsLong() + limits.receiveTime().toNanos());
        exchanges.put(exchange.thread, exchange);
    }

    /** The request is there: from here on the client waits for us. False where it was cut off. */
    boolean received() {
        Exchange exchange = exchanges.get(Thread.currentThread());
        return exchange == null || exchange.work();
    }

    /** The answer goes out: from here on we wait for the client again. */
    void sending() {
        Exchange exchange = exchanges.get(Thread.currentThread());
        if (exchange != null) {
            exchange.waitUntil(nanoTicker.getAsLong() + limits.sendTime().toNanos());
        }
    }

    /** The answer is out. */
    void sent() {
        exchanges.remove(Thread.currentThread());
    }

    /** Cuts off whoever is overdue; to be called a few times per limit. */
    void sweep() {
        long now = nanoTicker.getAsLong();
        exchanges.keySet().removeIf(thread -> !thread.isAlive());
        for (Exchange exchange : exchanges.values()) {
            if (exchange.cutIfOverdue(now)) {
                cutOff.add();
            }
        }
    }

    /** A request and its answer, from the server's side. */
    private static final class Exchange {
        private final Thread thread;
        private boolean isWaiting;
        private boolean isCut;
        private long dueNanos;

        Exchange(Thread thread) {
            this.thread = thread;
        }

        synchronized void waitUntil(long due) {
            isWaiting = true;
            dueNanos = due;
        }

        synchronized boolean work() {
            isWaiting = false;
            return !isCut;
        }

        synchronized boolean cutIfOverdue(long now) {
            if (isCut || !isWaiting || now - dueNanos < 0) {
                return false;
            }
            isCut = true;
            thread.interrupt();
            return true;
        }
    }
}
