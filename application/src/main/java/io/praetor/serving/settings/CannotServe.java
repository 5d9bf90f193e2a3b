package io.praetor.serving.settings;

/**
 * The server cannot start as it was told to. The message is a lower-case fragment that says what to
 * change; the command line prints it as it is.
 */
public final class CannotServe extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotServe(String message) {
        super(message);
    }

    public CannotServe(String message, Throwable cause) {
        super(message, cause);
    }
}
