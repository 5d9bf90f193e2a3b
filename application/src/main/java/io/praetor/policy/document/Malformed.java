package io.praetor.policy.document;

import io.praetor.policy.SourcePosition;
import java.io.Serial;

/** Ends the reading of a text that is no document; never leaves this package. */
final class Malformed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;

    Malformed(SourcePosition position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    SourcePosition position() {
        return position;
    }

    String described() {
        return String.valueOf(getMessage());
    }
}
