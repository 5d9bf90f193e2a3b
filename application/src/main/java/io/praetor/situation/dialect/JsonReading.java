package io.praetor.situation.dialect;

import io.praetor.situation.Attributes;
import io.praetor.situation.Refusal;
import java.util.List;

/** What became of a JSON document: its object, or every reason why it was refused. */
public sealed interface JsonReading {
    /** The document's object, every number in it a finite double. */
    record Parsed(Attributes object) implements JsonReading {}

    /**
     * @param refusals at least one
     */
    record Malformed(List<Refusal> refusals) implements JsonReading {
        public Malformed {
            refusals = List.copyOf(refusals);
        }
    }
}
