package io.praetor.serving.access;

/** Whether we know who calls. */
public sealed interface Authentication {
    record Known(Caller caller) implements Authentication {}

    /**
     * @param why a lower-case fragment that gives nothing of the credentials away
     */
    record Unknown(String why) implements Authentication {}
}
