package io.praetor.app.cli;

import java.util.function.LongSupplier;

/**
 * A line on standard error that says how far a long job has come.
 *
 * <p>Silent for the first two seconds, and always where nobody watches. Closing it wipes the line.
 * Not thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int BAR = 30;
    private static final String WIPE = "\r\u001B[K";

    private final Shell shell;
    private final String job;
    private final long total;
    private final LongSupplier nanoTicker;
    private long done;
    private long redrawAt;
    private boolean shown;

    /**
     * @param job what is being done, such as {@code verifying records}
     * @param total how many steps there are
     */
    public Progress(Shell shell, String job, long total) {
        this(shell, job, total, System::nanoTime);
    }

    Progress(Shell shell, String job, long total, LongSupplier nanoTicker) {
        this.shell = shell;
        this.job = job;
        this.total = Math.max(1, total);
        this.nanoTicker = nanoTicker;
        this.redrawAt = nanoTicker.getAsLong() + PATIENCE_NANOS;
    }

    /** One more step is done. */
    public void step() {
        reach(done + 1);
    }

    /** So many steps are done. */
    public void reach(long steps) {
        done = steps;
        if (shell.watched() && nanoTicker.getAsLong() >= redrawAt) {
            redrawAt = nanoTicker.getAsLong() + REDRAW_NANOS;
            shown = true;
            shell.err().print(WIPE + line());
            shell.err().flush();
        }
    }

    private String line() {
        int share = (int) Math.min(BAR, BAR * done / total);
        return "%s [%s%s] %d of %d"
                .formatted(job, "#".repeat(share), ".".repeat(BAR - share), done, total);
    }

    @Override
    public void close() {
        if (shown) {
            shell.err().print(WIPE);
            shell.err().flush();
        }
    }
}
