package io.praetor.serving.decide;

import io.praetor.decision.RefusedRequest;
import io.praetor.serving.json.Answer;

/** What became of one request. */
public sealed interface Outcome {
    record Decided(Answer answer) implements Outcome {}

    /** The door turned it away: recorded, and nothing released. */
    record TurnedAway(RefusedRequest refused) implements Outcome {}

    /** Its time was up before it was its turn: nothing recorded, nothing released. */
    record OutOfTime() implements Outcome {}
}
