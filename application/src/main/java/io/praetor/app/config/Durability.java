package io.praetor.app.config;

/** What a released decision's record survives. */
public enum Durability {
    /** The end of the process, however sudden. */
    PROCESS,
    /** The end of power too: every commit waits for the disk. */
    POWER
}
