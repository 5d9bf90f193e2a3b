package io.praetor.policy;

import java.util.List;

/**
 * A form of words that speaks of a clause's matter: steps that follow one another in a sentence.
 *
 * @param source as written
 */
public record Cue(String source, List<Step> steps, SourcePosition position) {
    public Cue {
        steps = List.copyOf(steps);
    }

    /**
     * One of several phrases, word lists written out.
     *
     * @param phrases each a sequence of words; a word that ends in {@code *} stands for a beginning
     * @param gapMax how many words may stand between the step before and this one
     */
    public record Step(List<List<String>> phrases, int gapMax) {
        public Step {
            phrases = phrases.stream().map(List::copyOf).toList();
        }
    }
}
