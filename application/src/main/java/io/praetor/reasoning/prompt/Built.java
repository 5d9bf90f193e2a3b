package io.praetor.reasoning.prompt;

import io.praetor.reasoning.Prompt;
import io.praetor.retrieval.Passage;
import java.util.List;

/** What became of a prompt's material. */
public sealed interface Built {
    /**
     * @param citable what the prompt shows and an answer may cite, the most telling first
     */
    record Fits(Prompt prompt, List<Passage> citable, Cuts cuts) implements Built {
        public Fits {
            citable = List.copyOf(citable);
        }
    }

    /**
     * @param cause a lower-case fragment
     */
    record Refused(String cause) implements Built {}
}
