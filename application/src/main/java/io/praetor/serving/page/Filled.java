package io.praetor.serving.page;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.Disagreement;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.Verdict;
import io.praetor.situation.RiskLevel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the fields of the verdict's form hold, and what they say when they come back. */
final class Filled {
    private Filled() {}

    /** What a reviewer said before, to be revised. */
    static Map<String, String> by(Review review) {
        Map<String, String> filled = new HashMap<>();
        switch (review.verdict()) {
            case Verdict.Accepted() -> {}
            case Verdict.Corrected corrected -> put(filled, corrected);
        }
        Looking looking = review.looking();
        looking.note().ifPresent(note -> filled.put("note", note));
        looking.explanationScore()
                .ifPresent(score -> filled.put("explanation_score", Integer.toString(score)));
        looking.adviceHelped()
                .ifPresent(helped -> filled.put("advice_helped", Boolean.toString(helped)));
        return filled;
    }

    private static void put(Map<String, String> filled, Verdict.Corrected corrected) {
        corrected.decision().map(Effect::label).ifPresent(to -> filled.put("decision", to));
        corrected.reasoning().ifPresent(text -> filled.put("reasoning", text));
        corrected.classification().ifPresent(name -> filled.put("classification", name));
        corrected.risk().map(RiskLevel::label).ifPresent(risk -> filled.put("risk", risk));
        corrected
                .citations()
                .map(Filled::joined)
                .ifPresent(citations -> filled.put("citations", citations));
        corrected.kind().map(Disagreement::label).ifPresent(kind -> filled.put("kind", kind));
    }

    private static String joined(List<ClauseId> clauses) {
        return clauses.stream().map(ClauseId::value).collect(Collectors.joining(" "));
    }

    /** The fields of a form as members of a review: what is a list or a flag becomes one. */
    static Map<String, @Nullable Object> members(Map<String, String> form) {
        Map<String, @Nullable Object> members = new HashMap<>(form);
        members.computeIfPresent("citations", (_, text) -> words((String) text));
        for (String flag : List.of("revises", "advice_helped")) {
            members.computeIfPresent(flag, (_, text) -> flag((String) text));
        }
        return members;
    }

    /** Blank where there is none, so that it counts as left empty. */
    private static Object words(String text) {
        List<String> words =
                Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? "" : words;
    }

    private static Object flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }
}
