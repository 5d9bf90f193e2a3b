package io.praetor.reasoning.precedent;

import java.util.List;

/**
 * A sentence of a situation's prose.
 *
 * @param text as it was written
 */
record Sentence(String text, List<Token> tokens) {
    Sentence {
        tokens = List.copyOf(tokens);
    }

    int words() {
        return (int) tokens.stream().filter(Token::isWord).count();
    }
}
