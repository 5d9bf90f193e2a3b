package io.praetor.rules;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.RuleId;

/**
 * The smallest change of one input that would have changed the decision by rules.
 *
 * @param input the dotted name of the input, such as {@code actor.trust}
 * @param change what it would have to be, in words: {@code at least .70 (is .66)}
 * @param effect what the rules would then have said
 */
public record NearestMiss(
        RuleId rule, ClauseId clause, String input, String change, Effect effect) {}
