package io.praetor.decision;

/** Takes the record of a decision before it is released. Thread-safe. */
public interface DecisionRecorder {
    /** Returns once the record is as durable as the configuration asks, or could not be kept. */
    Recording record(Decision decision);

    /** Takes the record of a request that the door refused. */
    Recording record(RefusedRequest refused);
}
