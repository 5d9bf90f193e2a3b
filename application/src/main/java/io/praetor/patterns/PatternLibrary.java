package io.praetor.patterns;

import io.praetor.policy.Evaluation;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.Optional;

/** The active patterns, ready to match. Thread-safe; answers from memory. */
@FunctionalInterface
public interface PatternLibrary {
    /** A library in which nothing was confirmed yet. */
    PatternLibrary EMPTY = (_, _, _) -> Optional.empty();

    /**
     * The answer of the pattern that covers the situation, where one does.
     *
     * @param byRules what the rules said: a pattern pins it
     */
    Optional<PatternOpinion> consult(Situation situation, Evaluation byRules, RiskLevel risk);
}
