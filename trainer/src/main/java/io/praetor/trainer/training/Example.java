package io.praetor.trainer.training;

import java.util.List;

/** A prompt and the answer it should get, as tokens. */
public record Example(List<Integer> prompt, List<Integer> answer) {
    public Example {
        prompt = List.copyOf(prompt);
        answer = List.copyOf(answer);
        if (prompt.isEmpty() || answer.isEmpty()) {
            throw new IllegalArgumentException("an example has a prompt and an answer");
        }
    }

    /** What the decoder reads: everything but the last token, which it only has to foretell. */
    public int length() {
        return prompt.size() + answer.size() - 1;
    }

    int token(int position) {
        return position < prompt.size()
                ? prompt.get(position)
                : answer.get(position - prompt.size());
    }
}
