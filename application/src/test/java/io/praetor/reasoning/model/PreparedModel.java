package io.praetor.reasoning.model;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A model whose answers were written before it was asked; it keeps what it was asked. */
final class PreparedModel implements LanguageModel {
    static final ModelCard CARD =
            new ModelCard("prepared", "ab12", "Q8_0", 8_192, List.of(), "test");

    final List<Prompt> prompts = new ArrayList<>();
    final List<Decoding> decodings = new ArrayList<>();
    Supplier<ModelCard> card = () -> CARD;
    Supplier<LabelScores> scores =
            () -> {
                throw new AssertionError("no scores were prepared");
            };
    int charactersAToken = 4;
    private final Deque<Supplier<Completion>> answers = new ArrayDeque<>();

    static PreparedModel scoring(Supplier<LabelScores> scores) {
        PreparedModel model = new PreparedModel();
        model.scores = scores;
        return model;
    }

    /** The shares of the four labels, from the weakest effect. */
    static LabelScores shares(double allow, double mfa, double attestation, double deny) {
        return new LabelScores(
                Map.of(
                        "allow", Math.log(allow),
                        "require_mfa", Math.log(mfa),
                        "require_attestation", Math.log(attestation),
                        "deny", Math.log(deny)));
    }

    PreparedModel answering(String text) {
        return answering(() -> new Completion(text, Stop.END, 10, 0, 10));
    }

    PreparedModel answering(Supplier<Completion> answer) {
        answers.add(answer);
        return this;
    }

    @Override
    public ModelCard card() {
        return card.get();
    }

    @Override
    public int tokens(Prompt prompt) {
        return prompt.text().length() / charactersAToken;
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        prompts.add(prompt);
        return scores.get();
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        prompts.add(prompt);
        decodings.add(decoding);
        return answers.remove().get();
    }
}
