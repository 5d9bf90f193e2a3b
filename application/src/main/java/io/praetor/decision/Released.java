package io.praetor.decision;

/**
 * A decision as the caller gets it, and what became of its record.
 *
 * @param decision DENY where the record could not be kept and the operator did not choose otherwise
 */
public record Released(Decision decision, Recording recording) {}
