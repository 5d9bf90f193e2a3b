package io.praetor.suite.comparison;

import io.praetor.policy.Effect;

/** What a report says of one scenario. */
public record RunEntry(
        String id,
        Effect expected,
        Effect decision,
        boolean isRight,
        boolean isWrongAllow,
        boolean isHighRisk) {}
