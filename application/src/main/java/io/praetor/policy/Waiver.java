package io.praetor.policy;

/**
 * When a law rule's approval is not asked for. A waiver whose condition cannot be evaluated does
 * not apply.
 *
 * @param clause the clause that lifts the approval
 */
public record Waiver(ClauseId clause, Condition when) {}
