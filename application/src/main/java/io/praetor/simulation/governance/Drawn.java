package io.praetor.simulation.governance;

import io.praetor.rollout.evidence.Outcome;

/**
 * One episode as it is fated: where it falls and what comes of it if the version is asked.
 *
 * @param place index of its cluster
 * @param due the episode before which the outcome matures
 * @param expected the mean reward of the version there and then
 */
record Drawn(int number, int place, Outcome outcome, int due, double expected) {}
