package io.praetor.decision;

import io.praetor.patterns.PatternLibrary;
import io.praetor.reasoning.Reasoner;
import io.praetor.rules.RuleEngine;
import java.util.Optional;

/**
 * The version that decides a situation, with the authority it has earned.
 *
 * @param id lower-case hex SHA-256 of the version's manifest
 * @param patterns asked where the rules leave room and the authority consults them
 * @param reasoner asked where rules and patterns leave room and the authority consults it
 */
public record ActingVersion(
        String id,
        RuleEngine rules,
        PatternLibrary patterns,
        Optional<Reasoner> reasoner,
        Authority authority) {

    /** A version in which nobody but the rules has a say. */
    public static ActingVersion ofRules(String id, RuleEngine rules) {
        return new ActingVersion(
                id, rules, PatternLibrary.EMPTY, Optional.empty(), Authority.RULES_ONLY);
    }

    /** The same version with another authority. */
    public ActingVersion under(Authority other) {
        return new ActingVersion(id, rules, patterns, reasoner, other);
    }
}
