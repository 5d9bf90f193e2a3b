package io.praetor.app;

import io.praetor.simulation.governance.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads for work that keeps a core busy; ends with {@link #close}. */
public final class WorkerThreads implements Workers, AutoCloseable {
    private final ExecutorService threads;

    /**
     * @param count at least 1
     */
    public WorkerThreads(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    /** As many as there are cores. */
    public static WorkerThreads onAllCores() {
        return new WorkerThreads(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        } catch (ExecutionException fault) {
            threads.shutdownNow();
            throw new IllegalStateException("a worker failed", fault.getCause());
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working", interrupted);
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
