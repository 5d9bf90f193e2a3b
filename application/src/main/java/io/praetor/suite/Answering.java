package io.praetor.suite;

import java.util.List;

/**
 * How much was answered at all, and what confidence and references were worth. A request that the
 * door refused is in none of these figures.
 *
 * @param answered of the admitted ones, how many were not abstained from
 * @param accuracy of the answered ones, how many rightly
 * @param calibration confidence against being right, over the answered ones
 * @param opinions what whoever reasons gave
 * @param varied of those asked more than once, how many got different decisions
 */
public record Answering(
        Proportion answered,
        Proportion accuracy,
        Calibration calibration,
        OpinionFigures opinions,
        Proportion varied) {

    static Answering of(List<Outcome> outcomes) {
        List<Outcome> admitted =
                outcomes.stream().filter(outcome -> !outcome.answer().isRefused()).toList();
        List<Outcome> answered =
                admitted.stream().filter(outcome -> !outcome.answer().isAbstained()).toList();
        return new Answering(
                new Proportion(answered.size(), admitted.size()),
                Proportion.of(answered, outcome -> outcome.marks().isRight()),
                Calibration.of(
                        answered.stream()
                                .map(
                                        outcome ->
                                                new Calibration.Claim(
                                                        outcome.answer().confidence(),
                                                        outcome.marks().isRight()))
                                .toList()),
                OpinionFigures.of(
                        admitted.stream()
                                .flatMap(outcome -> outcome.answer().opinion().stream())
                                .toList()),
                Proportion.of(
                        admitted.stream().filter(outcome -> !outcome.repeats().isEmpty()).toList(),
                        Outcome::isVaried));
    }
}
