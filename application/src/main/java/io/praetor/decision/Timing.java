package io.praetor.decision;

/** How long each step took, in microseconds. */
public record Timing(long rulesMicros, long patternMicros, long reasoningMicros) {}
