package io.praetor.app;

/** Something the user handed in is refused; the message says where, what and what to do. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message one or more lines of {@code file:line:column: message}
     */
    public BadInput(String message) {
        super(message);
    }
}
