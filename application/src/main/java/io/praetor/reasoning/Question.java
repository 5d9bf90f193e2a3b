package io.praetor.reasoning;

import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;

/**
 * What a reasoner is asked: a situation where the rules left room.
 *
 * @param byRules what the rules said; an answer can only be stricter
 */
public record Question(Situation situation, Evaluation byRules, RiskLevel risk, PolicySet policy) {}
