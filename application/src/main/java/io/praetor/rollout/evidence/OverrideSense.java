package io.praetor.rollout.evidence;

/** In which direction a person found an answer wrong. */
public enum OverrideSense {
    TOO_STRICT,
    TOO_PERMISSIVE,
    UNCLEAR
}
