package io.praetor.serving.access;

/** Who may call a route. */
public sealed interface Access {
    /** Anybody: probes and public documents, which say nothing about decisions. */
    record Open() implements Access {}

    /** Any caller we know. */
    record Known() implements Access {}

    /** A caller that holds the scope. */
    record Holding(Scope scope) implements Access {}
}
