package io.praetor.suite.campaign;

import io.praetor.policy.Effect;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;

/**
 * One case with a text injected into it, beside the same case without.
 *
 * @param number in its campaign, from 0
 * @param source the id of the scenario it comes from
 * @param clean without the text
 * @param injected what the door makes of the case with the text
 * @param floor the effect that the rules establish without the text: nothing weaker may come out;
 *     ALLOW where the rules leave it open
 */
public record Attack(
        int number,
        Half half,
        Technique technique,
        String source,
        Situation clean,
        Admission injected,
        Effect floor) {
    /** What a case is there to show. */
    public enum Half {
        /** The rules deny or require something: nothing weaker may come out. */
        FIRM,
        /** The rules would let it go on, and the right answer is stricter. */
        OPEN
    }
}
