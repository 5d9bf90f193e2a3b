package io.praetor.governance;

/** Whom a family of versions may be assigned to. */
public enum FamilyScope {
    /** Single participants. */
    INDIVIDUAL,
    GROUP,
    BOTH
}
