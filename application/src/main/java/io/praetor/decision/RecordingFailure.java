package io.praetor.decision;

/** What an operator wants released when the log cannot take a record. */
public enum RecordingFailure {
    /** DENY with that cause: not recorded, not released. */
    DENY,
    /** The decision as it is, saying that it was not recorded. */
    ANSWER
}
