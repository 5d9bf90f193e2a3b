package io.praetor.rollout.life;

/** Why a change may not happen whatever the evidence. */
public enum Refusal {
    /** The table has no such move from there: 409. */
    NO_SUCH_TRANSITION,
    /** It is somebody else's to ask for: 403. */
    NOT_YOURS,
    /** Nobody answers for it: 428. */
    APPROVAL_MISSING,
    /** No reason was given: 428. */
    REASON_MISSING,
    /** A restricted family wants two people: 403. */
    APPROVER_IS_REQUESTER,
    /** The default and the fallback cannot be retired: 409. */
    STILL_NEEDED
}
