package io.praetor.governance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The store of versions cannot be read or written; the message says why and what to do. */
public final class StoreUnavailableException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    private final String said;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, new IOException(message, cause));
        said = message;
    }

    /** The message: a lower-case fragment. */
    @Override
    public String getMessage() {
        return said;
    }
}
