package io.praetor.reasoning;

/** What became of a model's text. */
public sealed interface AnswerReading {
    record Read(Answer answer) implements AnswerReading {}

    /**
     * No decision could be read, or more than one. Never repaired into an ALLOW.
     *
     * @param cause a lower-case fragment
     */
    record Unreadable(String cause) implements AnswerReading {
        /** What the cause of an evaluation says where an answer was none. */
        public static final String SAID = "the answer was unreadable";
    }
}
