package io.praetor.patterns;

/** The store of patterns failed; the message says what to do. */
public final class PatternsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PatternsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
