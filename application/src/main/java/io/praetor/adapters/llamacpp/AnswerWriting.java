package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Writes one answer, token by token. */
final class AnswerWriting {
    private final NativeContext context;
    private final Vocabulary vocabulary;
    private final Optional<Grammar> grammar;
    private final double temperature;
    private final RandomGenerator random;

    AnswerWriting(
            NativeContext context,
            Vocabulary vocabulary,
            Optional<Grammar> grammar,
            Decoding decoding) {
        this.context = context;
        this.vocabulary = vocabulary;
        this.grammar = grammar;
        temperature = decoding.temperature();
        random = new SplittableRandom(decoding.seed());
    }

    /** Goes on from a prompt of which {@code reused} tokens were there already. */
    Completion write(PromptTokens prompt, int reused, int tokensMax, Deadline deadline) {
        var bytes = new ByteArrayOutputStream();
        int position = prompt.all().size();
        Stop stop = Stop.LENGTH;
        int written = 0;
        while (written < tokensMax) {
            int token = next(Logits.of(context.logits(-1)));
            if (vocabulary.isEnd(token)) {
                stop = Stop.END;
                break;
            }
            grammar.ifPresent(each -> each.accept(token));
            bytes.writeBytes(vocabulary.bytes(token));
            written++;
            if (written < tokensMax) {
                context.evaluate(List.of(token), position, deadline);
                position++;
            }
        }
        deadline.check();
        return new Completion(
                bytes.toString(StandardCharsets.UTF_8), stop, prompt.all().size(), reused, written);
    }

    /**
     * Asking the grammar about one token is cheap, about all of them is not. Where the first choice
     * is refused, the second among those allowed is as likely as if only they had been asked.
     */
    private int next(Logits logits) {
        float[] values = logits.values();
        int free = chosen(values);
        if (grammar.isEmpty() || grammar.get().allows(free)) {
            return free;
        }
        float[] held = grammar.get().held(values);
        int token = chosen(held);
        if (held[token] == Float.NEGATIVE_INFINITY) {
            throw new LanguageModelException(
                    Failure.GARBAGE, "the grammar lets no token of the model's vocabulary follow");
        }
        return token;
    }

    private int chosen(float[] values) {
        return temperature == 0
                ? Logits.likeliest(values)
                : Logits.drawn(values, temperature, random);
    }
}
