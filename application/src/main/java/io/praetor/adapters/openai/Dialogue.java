package io.praetor.adapters.openai;

import io.praetor.adapters.http.Messages;
import io.praetor.adapters.http.Reply;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The two ways an OpenAI-compatible server is asked. */
enum Dialogue {
    /** Turns, laid out by the model's own template. */
    CHAT("/v1/chat/completions", "chat") {
        @Override
        void ask(ObjectNode request, Prompt prompt, String begun) {
            request.set("messages", Messages.of(prompt, begun));
        }

        @Override
        void wantLikeliest(ObjectNode request, int count) {
            request.put("logprobs", true).put("top_logprobs", count);
        }

        @Override
        String text(Reply choice) {
            return choice.at("message").at("content").text();
        }
    },

    /** Plain text, for models without a template. */
    TEXT("/v1/completions", "completions") {
        @Override
        void ask(ObjectNode request, Prompt prompt, String begun) {
            String system = prompt.system().isEmpty() ? "" : prompt.system() + "\n\n";
            request.put("prompt", system + prompt.user() + "\n" + prompt.lead() + begun);
        }

        @Override
        void wantLikeliest(ObjectNode request, int count) {
            request.put("logprobs", count);
        }

        @Override
        String text(Reply choice) {
            return choice.at("text").text();
        }
    };

    private final String path;
    private final String shown;

    Dialogue(String path, String shown) {
        this.path = path;
        this.shown = shown;
    }

    /** Puts the prompt, and what the answer begins with, into a request. */
    abstract void ask(ObjectNode request, Prompt prompt, String begun);

    abstract void wantLikeliest(ObjectNode request, int count);

    abstract String text(Reply choice);

    String path() {
        return path;
    }

    String shown() {
        return shown;
    }

    /** The likeliest first tokens of an answer, in either of the forms that servers use. */
    static Map<String, Double> likeliest(Reply choice) {
        Reply told = choice.maybe("logprobs").orElseThrow(Dialogue::noScores);
        Optional<Reply> content = told.maybe("content");
        Map<String, Double> likeliest = new HashMap<>();
        if (content.isPresent()) {
            Reply first = content.get().elements().stream().findFirst().orElseThrow(Dialogue::cut);
            for (Reply token : first.at("top_logprobs").elements()) {
                likeliest.merge(
                        token.at("token").text(), token.at("logprob").logProbability(), Math::max);
            }
        } else {
            Reply first =
                    told.at("top_logprobs").elements().stream()
                            .findFirst()
                            .orElseThrow(Dialogue::cut);
            first.node()
                    .propertyNames()
                    .forEach(token -> likeliest.put(token, first.at(token).logProbability()));
        }
        if (likeliest.isEmpty()) {
            throw noScores();
        }
        return likeliest;
    }

    private static LanguageModelException noScores() {
        return new LanguageModelException(
                Failure.MISMATCH, "this server gives no label scores; set model.mode to reason");
    }

    private static LanguageModelException cut() {
        return new LanguageModelException(
                Failure.GARBAGE, "the model ended its answer before the first token");
    }
}
