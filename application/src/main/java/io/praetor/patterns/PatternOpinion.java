package io.praetor.patterns;

import io.praetor.policy.Evaluation;

/** What a confirmed pattern answers. */
public record PatternOpinion(PatternId pattern, Evaluation.Applicable evaluation) {}
