package io.praetor.app;

import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Episodes on their way to the store, so that no decision waits for it. They wait while the store
 * is out of reach; what finds no room, or is still waiting at the end, is counted and left out: it
 * is evidence that is missing, and missing evidence earns no authority. Thread-safe.
 */
final class EpisodeQueue implements AutoCloseable {
    /** Some seconds of a full load, or some minutes of a store that is being started anew. */
    private static final int EPISODES_MAX = 10_000;

    private static final long LOOK_MILLIS = 100;
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(EPISODES_MAX);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final VersionStore store;
    private final Thread keeper;
    private volatile boolean isCutOff;

    EpisodeQueue(VersionStore store) {
        this.store = store;
        keeper = Thread.ofPlatform().daemon().name("episode-keeper").unstarted(this::run);
    }

    void offer(RecordedEpisode episode) {
        start();
        if (!waiting.offer(() -> keep(episode))) {
            lost.incrementAndGet();
        }
    }

    /** Episodes that were not kept so far. */
    long lost() {
        return lost.get();
    }

    /**
     * Waits until what was offered so far is kept; a little while at most.
     *
     * @return false where some of it may still be waiting
     */
    boolean settle() {
        if (keeper.getState() == Thread.State.NEW) {
            return true;
        }
        CountDownLatch reached = new CountDownLatch(1);
        if (isCutOff || !waiting.offer(reached::countDown)) {
            return false;
        }
        try {
            return reached.await(CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void start() {
        if (keeper.getState() == Thread.State.NEW) {
            keeper.start();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0 || !waiting.isEmpty()) {
                Runnable next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Again and again until it is kept, or everything ends. */
    private void keep(RecordedEpisode episode) {
        boolean isDone = false;
        while (!isDone) {
            try {
                store.record(episode);
                isCutOff = false;
                isDone = true;
            } catch (StoreUnavailableException down) {
                isCutOff = true;
                isDone = isEnding();
            }
        }
        if (isCutOff) {
            lost.incrementAndGet();
        }
    }

    private boolean isEnding() {
        try {
            return closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            keeper.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
