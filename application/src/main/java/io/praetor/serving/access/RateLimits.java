package io.praetor.serving.access;

import io.praetor.serving.settings.Rate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * One pace per client, for the clients seen last. Thread-safe.
 *
 * <p>A client that was forgotten starts afresh, which costs little: forgetting takes as many other
 * clients as there are places.
 */
public final class RateLimits {
    /** More clients than a token file may name; an address costs about 200 bytes. */
    private static final int CLIENTS_MAX = 4_096;

    private final Rate rate;
    private final LongSupplier nanoTicker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Pace> paces = new LinkedHashMap<>(16, .75f, true);

    public RateLimits(Rate rate, LongSupplier nanoTicker) {
        this.rate = rate;
        this.nanoTicker = nanoTicker;
    }

    /** How long the client has to wait, in nanoseconds; 0 when it need not. */
    public long take(String client) {
        long now = nanoTicker.getAsLong();
        return paceOf(client, now).take(now);
    }

    private Pace paceOf(String client, long now) {
        lock.lock();
        try {
            Pace pace = paces.computeIfAbsent(client, _ -> new Pace(rate, now));
            if (paces.size() > CLIENTS_MAX) {
                Iterator<String> oldest = paces.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            return pace;
        } finally {
            lock.unlock();
        }
    }
}
