package io.praetor.learning.export;

import io.praetor.learning.dataset.Lesson;
import io.praetor.learning.dataset.Told;
import io.praetor.policy.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The seed's few-shot export: eight diverse examples as text, ready for a prompt. */
final class FewShotText {
    static final int EXAMPLES = 8;

    private static final List<Effect> ROUND =
            List.of(Effect.ALLOW, Effect.DENY, Effect.REQUIRE_ATTESTATION, Effect.REQUIRE_MFA);

    private FewShotText() {}

    static String of(List<Lesson> lessons) {
        List<Lesson> chosen = chosen(lessons);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < chosen.size(); index++) {
            text.append(shown(index + 1, chosen.get(index)));
        }
        return text.toString();
    }

    /**
     * In turn one of each decision, corrections with reasons first, no kind of case twice while
     * another is left.
     */
    static List<Lesson> chosen(List<Lesson> lessons) {
        Map<Effect, Deque<Lesson>> waiting = new EnumMap<>(Effect.class);
        lessons.stream()
                .sorted(
                        Comparator.comparing((Lesson it) -> it.confirmed().reasoning().isBlank())
                                .thenComparing(it -> !it.isCorrection())
                                .thenComparing(Lesson::at, Comparator.reverseOrder())
                                .thenComparing(it -> it.record().value()))
                .forEach(
                        lesson ->
                                waiting.computeIfAbsent(
                                                lesson.confirmed().decision(),
                                                _ -> new ArrayDeque<>())
                                        .add(lesson));
        List<Lesson> chosen = new ArrayList<>();
        Set<String> sorts = new HashSet<>();
        while (chosen.size() < EXAMPLES
                && waiting.values().stream().anyMatch(left -> !left.isEmpty())) {
            for (Effect effect : ROUND) {
                Deque<Lesson> left = waiting.getOrDefault(effect, new ArrayDeque<>());
                if (!left.isEmpty() && chosen.size() < EXAMPLES) {
                    Lesson next =
                            left.stream()
                                    .filter(lesson -> !sorts.contains(lesson.sort()))
                                    .findFirst()
                                    .orElse(left.getFirst());
                    left.remove(next);
                    sorts.add(next.sort());
                    chosen.add(next);
                }
            }
        }
        return chosen;
    }

    private static String shown(int number, Lesson lesson) {
        Told told = lesson.confirmed();
        StringBuilder text = new StringBuilder();
        text.append("Example %d\n".formatted(number));
        text.append("Situation: %s\n".formatted(Answers.json(lesson.situation())));
        append(text, "Classification", told.classification());
        append(text, "Risk level", told.risk());
        append(text, "Reasoning", told.reasoning());
        text.append("Decision: %s\n".formatted(told.decision().label()));
        append(text, "Rationale", lesson.note().orElse(""));
        append(
                text,
                "Policy references",
                told.clauses().stream().map(Told.Cited::id).collect(Collectors.joining(", ")));
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append("%s: %s\n".formatted(name, value));
        }
    }
}
