package io.praetor.decision;

import io.praetor.policy.ClauseId;
import io.praetor.situation.RiskLevel;

/** A clause a decision rests on, with the words it quotes. */
public record Citation(ClauseId clause, String quote, RiskLevel tier) {}
