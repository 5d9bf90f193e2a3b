package io.praetor.reasoning;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer is written.
 *
 * @param temperature 0 takes the likeliest token
 * @param grammar in llama.cpp's GBNF; an adapter that cannot hold the model to it refuses
 * @param timeMax for the whole answer
 */
public record Decoding(
        double temperature, long seed, int tokensMax, Optional<String> grammar, Duration timeMax) {}
