package io.praetor.decision;

/** Whether a record was kept. */
public sealed interface Recording {
    /**
     * @param sequence its place in the log, from 0
     * @param hash lower-case hex chain hash of the record
     */
    record Recorded(long sequence, String hash) implements Recording {}

    /**
     * @param cause a lower-case fragment
     */
    record NotRecorded(String cause) implements Recording {}
}
