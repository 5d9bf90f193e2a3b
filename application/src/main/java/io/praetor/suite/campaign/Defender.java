package io.praetor.suite.campaign;

import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whoever decides under attack.
 *
 * @param isGuarded whether rules stand around it, so that nothing weaker than theirs may come out
 * @param decide the effect for a situation; empty for an abstention
 */
public record Defender(
        String name, boolean isGuarded, Function<Situation, Optional<Effect>> decide) {}
