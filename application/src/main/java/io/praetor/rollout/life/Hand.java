package io.praetor.rollout.life;

/** Whose hand a row of the transition table asks for. */
public enum Hand {
    LEARNING,
    AUTOMATIC,
    HUMAN,
    /** The person who owns the family. */
    OWNER;

    boolean fits(Initiator initiator, String owner) {
        return switch (this) {
            case LEARNING -> initiator instanceof Initiator.Learning;
            case AUTOMATIC -> initiator instanceof Initiator.Automatic;
            case HUMAN -> initiator instanceof Initiator.Person;
            case OWNER -> initiator instanceof Initiator.Person(String name) && name.equals(owner);
        };
    }
}
