package io.praetor.review;

/** What became of a submission. */
public sealed interface Reception {
    /** It was kept, and everybody who listens knows. */
    record Kept(Review review) implements Reception {}

    /**
     * It was not kept.
     *
     * @param why a lower-case fragment that says what to do
     */
    record Refused(Cause cause, String why) implements Reception {}

    /** Why a submission is refused. */
    enum Cause {
        NO_SUCH_CASE,
        /** The record is not what the reviewer saw. */
        HASH_DIFFERS,
        OWN_ACTION,
        ALREADY_REVIEWED,
        /** Somebody else is at it. */
        CLAIMED,
        /** The verdict says nothing, or not what this case asks for. */
        WRONG_VERDICT
    }
}
