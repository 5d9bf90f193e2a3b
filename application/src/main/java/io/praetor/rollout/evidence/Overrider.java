package io.praetor.rollout.evidence;

/** Who set a version's answer aside; only people's overrides count against it. */
public enum Overrider {
    HUMAN,
    RULES,
    META_POLICY
}
