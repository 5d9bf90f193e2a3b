package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import io.praetor.situation.Situation;

/**
 * One request of a simulated team, and what is right for it.
 *
 * @param right before the rules have their say: they are part of what is right
 * @param isNovel whether nothing quite like it has been there before
 */
record Ask(Situation situation, Effect right, boolean isNovel) {}
