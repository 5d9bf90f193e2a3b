package io.praetor.adapters.http;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.List;
import java.util.Optional;

/** Holds what a server has, or says it is, against what was asked for. */
public final class ModelChoice {
    private static final int SHOWN_MAX = 20;

    private ModelChoice() {}

    /** The model that was asked for by name, or the only one there is. */
    public static String among(List<String> names, Optional<String> asked) {
        if (asked.isPresent() ? names.contains(asked.get()) : names.size() == 1) {
            return asked.orElseGet(names::getFirst);
        }
        String has = String.join("`, `", names.stream().limit(SHOWN_MAX).toList());
        throw new LanguageModelException(
                Failure.MISMATCH,
                asked.map("the server has no model `%s`"::formatted)
                        .orElseGet(() -> "the server has %d models".formatted(names.size()))
                        .concat(
                                names.isEmpty()
                                        ? "; load one into it first"
                                        : "; set model.name to one of `%s`".formatted(has)));
    }

    /** Throws where an answer came from another model than the one that was asked. */
    public static void check(String asked, Reply answered) {
        if (!answered.text().equals(asked)) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "asked `%s`, and `%s` answered; set model.name to the exact name"
                            .formatted(asked, answered.text()));
        }
    }

    /** Throws where a digest is expected that the server does not state. */
    public static void checkDigest(Optional<String> expected, String stated) {
        if (expected.isEmpty() || expected.get().equalsIgnoreCase(stated)) {
            return;
        }
        throw new LanguageModelException(
                Failure.MISMATCH,
                stated.isEmpty()
                        ? "this server states no digest, so model.sha256 cannot be held; drop the"
                                + " setting, or run the file by model.path"
                        : "the server states the digest %s, expected %s; correct model.sha256 or"
                                        .formatted(stated, expected.get())
                                + " load that model");
    }

    /** The context to work with; the smaller of what was asked for and what there is. */
    public static int context(int asked, Optional<Integer> there) {
        return Math.min(asked, there.orElse(asked));
    }

    /** Throws where prompt and answer do not fit; nothing is ever cut. */
    public static void checkFits(int promptTokens, int answerTokens, int contextTokens) {
        if (promptTokens + answerTokens > contextTokens) {
            throw new LanguageModelException(
                    Failure.TOO_LONG,
                    "the prompt's %d tokens and %d of the answer exceed the context of %d"
                            .formatted(promptTokens, answerTokens, contextTokens));
        }
    }
}
