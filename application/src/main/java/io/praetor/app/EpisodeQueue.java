package io.praetor.app;

import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Episodes on their way to the store, so that no decision waits for it. What finds no room is
 * counted and left out: it is evidence that is missing, and missing evidence earns no authority.
 * Thread-safe.
 */
final class EpisodeQueue implements AutoCloseable {
    /** Some seconds of a full load. */
    private static final int EPISODES_MAX = 10_000;

    private static final long LOOK_MILLIS = 100;
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final BlockingQueue<RecordedEpisode> waiting = new ArrayBlockingQueue<>(EPISODES_MAX);
    private final AtomicLong lost = new AtomicLong();
    private final VersionStore store;
    private final Thread keeper;
    private volatile boolean isClosing;

    EpisodeQueue(VersionStore store) {
        this.store = store;
        keeper = Thread.ofPlatform().daemon().name("episode-keeper").unstarted(this::run);
    }

    void offer(RecordedEpisode episode) {
        start();
        if (!waiting.offer(episode)) {
            lost.incrementAndGet();
        }
    }

    /** Episodes that were not kept so far. */
    long lost() {
        return lost.get();
    }

    private synchronized void start() {
        if (keeper.getState() == Thread.State.NEW) {
            keeper.start();
        }
    }

    private void run() {
        try {
            while (!isClosing || !waiting.isEmpty()) {
                Optional.ofNullable(waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                        .ifPresent(this::keep);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(RecordedEpisode episode) {
        try {
            store.record(episode);
        } catch (StoreUnavailableException down) {
            lost.incrementAndGet();
        }
    }

    @Override
    public void close() {
        isClosing = true;
        try {
            keeper.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
