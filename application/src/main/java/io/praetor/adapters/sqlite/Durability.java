package io.praetor.adapters.sqlite;

/** What a record survives once it was acknowledged. */
public enum Durability {
    /** The death of this process, kill -9 included; a power cut may take the last records. */
    PROCESS("NORMAL"),
    /** A power cut: every commit waits for the disk. */
    POWER("FULL");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    /** The value of SQLite's {@code PRAGMA synchronous} under a write-ahead log. */
    String synchronous() {
        return synchronous;
    }
}
