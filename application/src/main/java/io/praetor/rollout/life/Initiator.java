package io.praetor.rollout.life;

/** Who asks for a change. */
public sealed interface Initiator {
    String name();

    /** A person, by id. */
    record Person(String name) implements Initiator {}

    /** A rule that acts by itself; it can only ever reduce autonomy. */
    record Automatic(String name) implements Initiator {}

    /** A learning cycle; it can only ever offer a candidate. */
    record Learning(String name) implements Initiator {}
}
