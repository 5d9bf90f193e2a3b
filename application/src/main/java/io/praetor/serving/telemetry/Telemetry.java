package io.praetor.serving.telemetry;

/** What the server tells its operator by. */
public record Telemetry(Metrics metrics, EventLog events) {}
