package io.praetor.log;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The log cannot be read, written or trusted; the message says why and what to do. */
public final class LogUnavailableException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    private final String said;
    private final boolean outOfReach;

    public LogUnavailableException(String message) {
        this(message, new IOException(message), false);
    }

    public LogUnavailableException(String message, Throwable cause) {
        this(message, new IOException(message, cause), false);
    }

    private LogUnavailableException(String message, IOException cause, boolean outOfReach) {
        super(message, cause);
        this.said = message;
        this.outOfReach = outOfReach;
    }

    /** Missing rights, somebody's lock, no such file: the log itself may well be sound. */
    public static LogUnavailableException outOfReach(String message, Throwable cause) {
        return new LogUnavailableException(message, new IOException(message, cause), true);
    }

    /** Whether nothing can be said about the log, because it was not reached. */
    public boolean isOutOfReach() {
        return outOfReach;
    }

    /** The message: a lower-case fragment. */
    @Override
    public String getMessage() {
        return said;
    }
}
