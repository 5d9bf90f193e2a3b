package io.praetor.patterns;

import io.praetor.situation.RiskLevel;

/**
 * What every pattern pins, whatever its reviews say.
 *
 * @param action the action's type
 * @param rules what the rules said: effect, ambiguities and clauses
 * @param risk what is at stake by the rules
 * @param said which texts were given, such as {@code description+history}; empty for none
 */
public record Frame(String action, String rules, RiskLevel risk, String said)
        implements Comparable<Frame> {
    @Override
    public int compareTo(Frame other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s | %s | %s | %s".formatted(action, rules, risk.label(), said);
    }
}
