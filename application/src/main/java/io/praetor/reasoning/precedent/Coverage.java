package io.praetor.reasoning.precedent;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Opinion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often a reasoner answered where it was asked, for reports.
 *
 * @param byEffect how often it answered which effect
 */
public record Coverage(int asked, int answered, Map<Effect, Integer> byEffect) {
    public Coverage {
        byEffect = Map.copyOf(byEffect);
    }

    /** Of everything that was said, abstentions included. */
    public static Coverage of(Collection<Opinion> opinions) {
        Map<Effect, Integer> byEffect = new EnumMap<>(Effect.class);
        for (Opinion opinion : opinions) {
            if (opinion.evaluation() instanceof Evaluation.Applicable said) {
                byEffect.merge(said.effect(), 1, Integer::sum);
            }
        }
        int answered = byEffect.values().stream().mapToInt(it -> it).sum();
        return new Coverage(opinions.size(), answered, byEffect);
    }

    /** The share not abstained; empty where nobody was asked. */
    public Optional<Double> share() {
        return asked == 0 ? Optional.empty() : Optional.of(answered / (double) asked);
    }

    @Override
    public String toString() {
        return "answered %d of %d".formatted(answered, asked);
    }
}
