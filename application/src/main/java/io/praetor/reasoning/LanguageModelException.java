package io.praetor.reasoning;

import io.praetor.situation.Labels;

/** A language model gave no answer. Thrown by adapters; the reasoner makes it Indeterminate. */
public final class LanguageModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /**
     * @param message a lower-case fragment that names what to look at
     */
    public LanguageModelException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    public LanguageModelException(Failure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** What kind of failure it was. */
    public enum Failure {
        /** No answer within the time. */
        TIMEOUT,
        /** Nobody there, the connection broke, or the circuit breaker is open. */
        UNAVAILABLE,
        /** As many requests wait as may. */
        BUSY,
        /** The prompt does not fit into the context; nothing was cut silently. */
        TOO_LONG,
        /** The grammar was not accepted. */
        BAD_GRAMMAR,
        /** An answer that is none: broken JSON, NaN scores, a missing field. */
        GARBAGE,
        /** Not the model, the version or the digest that was asked for. */
        MISMATCH;

        /** What the cause of an evaluation begins with where this was it. */
        public String prefix() {
            return Labels.of(this).replace('_', ' ') + ": ";
        }
    }
}
