package io.praetor.log;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The log cannot be read, written or trusted; the message says why and what to do. */
public final class LogUnavailableException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    private final String said;

    public LogUnavailableException(String message) {
        super(message, new IOException(message));
        this.said = message;
    }

    public LogUnavailableException(String message, Throwable cause) {
        super(message, new IOException(message, cause));
        this.said = message;
    }

    /** The message: a lower-case fragment. */
    @Override
    public String getMessage() {
        return said;
    }
}
