package io.praetor.rules;

import io.praetor.situation.Situation;

/**
 * A situation with one input changed, proposed by a rule that tests it.
 *
 * @param input the dotted name of what is changed
 * @param wanted what it is changed to, in words
 * @param is what it is, in words
 * @param size how far that is: below 1 the distance of numbers, from 1 a change of kind
 */
record Change(
        CompiledRule rule, String input, String wanted, String is, double size, Situation changed) {
    /** Another word, a switch turned, something said or left unsaid. */
    static final double ANOTHER_WORD = 1;

    /** Another resource makes it nearly another request. */
    static final double ANOTHER_RESOURCE = 2;

    /** How far two numbers are apart, in [0, 1). */
    static double distance(double from, double to) {
        return Math.abs(from - to) / (1 + Math.max(Math.abs(from), Math.abs(to)));
    }
}
