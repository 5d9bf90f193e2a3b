package io.praetor.rollout.family;

/** Whether a family's versions act at all. */
public enum FamilyStatus {
    ACTIVE,
    /** Rules only, until a person resumes it. */
    PAUSED,
    DEPRECATED
}
