package io.praetor.decision;

import io.praetor.rules.RuleEngine;

/**
 * The version that decides a situation, with the authority it has earned.
 *
 * @param id lower-case hex SHA-256 of the version's manifest
 */
public record ActingVersion(String id, RuleEngine rules, Authority authority) {}
