package io.praetor.rollout.selection;

import io.praetor.rollout.life.Answer;

/**
 * What selection goes by about a version: its latest trust snapshot. A version without one does not
 * act.
 *
 * @param score the credibility acted on
 * @param safety the bound of its safety factor
 * @param performance whether its reward is at least the baseline's; only FAILED excludes
 * @param alarmed whether an alarm of it is still open
 * @param episodes matured under it
 */
public record Snapshot(
        double score, double safety, Answer performance, boolean alarmed, long episodes) {}
