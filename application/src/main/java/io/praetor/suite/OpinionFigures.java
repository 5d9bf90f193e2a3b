package io.praetor.suite;

import io.praetor.policy.Evaluation;
import io.praetor.reasoning.AnswerParser;
import io.praetor.reasoning.AnswerReading;
import io.praetor.reasoning.Opinion;
import java.util.List;

/**
 * What the form of reasoned answers was worth.
 *
 * @param asked how often whoever reasons was asked
 * @param structured of the exchanges with a language model, how many answers could be read
 * @param flagged of all opinions, how many had references that did not hold
 * @param dropped those references
 */
public record OpinionFigures(int asked, Proportion structured, Proportion flagged, int dropped) {

    static OpinionFigures of(List<Opinion> opinions) {
        List<Opinion> exchanged =
                opinions.stream().filter(said -> said.exchange().isPresent()).toList();
        return new OpinionFigures(
                opinions.size(),
                Proportion.of(exchanged, OpinionFigures::isReadable),
                Proportion.of(opinions, said -> !said.dropped().isEmpty()),
                opinions.stream().mapToInt(said -> said.dropped().size()).sum());
    }

    /** What led to an effect was read; what did not may still have failed for another reason. */
    private static boolean isReadable(Opinion said) {
        return said.evaluation() instanceof Evaluation.Applicable
                || said.exchange()
                        .map(exchange -> AnswerParser.read(exchange.answer()))
                        .filter(reading -> reading instanceof AnswerReading.Read)
                        .isPresent();
    }
}
