package io.praetor.learning.export;

import io.praetor.learning.dataset.Lesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lessons as rows of JSON Lines in the conversational forms of TRL's trainers.
 *
 * @param instruction the system's turn, the same in every row
 */
record TrainingRows(String instruction) {
    /** Which rows a trainer wants. */
    enum Form {
        /** {@code prompt, completion}: what was confirmed. */
        SFT,
        /** {@code prompt, chosen, rejected}: where the decision was corrected. */
        PREFERENCE,
        /** {@code prompt, completion, label}: what was decided, good or not, and what is right. */
        KTO;

        String file() {
            return name().toLowerCase(Locale.ROOT) + ".jsonl";
        }
    }

    /** A row with the lesson that it comes from. */
    record Row(Lesson lesson, Map<String, Object> members) {}

    List<Row> of(Form form, List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(
                        lesson ->
                                rows(form, lesson).stream()
                                        .map(members -> new Row(lesson, members)))
                .toList();
    }

    private List<Map<String, Object>> rows(Form form, Lesson lesson) {
        String right = Answers.answer(lesson.confirmed());
        return switch (form) {
            case SFT -> List.of(row(lesson, "completion", right));
            case PREFERENCE ->
                    wrong(lesson)
                            .map(
                                    wrong -> {
                                        Map<String, Object> row = row(lesson, "chosen", right);
                                        row.put("rejected", Answers.turns("assistant", wrong));
                                        return row;
                                    })
                            .toList();
            case KTO -> {
                List<Map<String, Object>> rows = new ArrayList<>();
                rows.add(labelled(lesson, right, true));
                wrong(lesson).forEach(wrong -> rows.add(labelled(lesson, wrong, false)));
                yield rows;
            }
        };
    }

    /** The answer that was corrected; none where it was right, or meant nothing. */
    private static Stream<String> wrong(Lesson lesson) {
        return lesson.isCorrection() ? lesson.decided().map(Answers::answer).stream() : Stream.of();
    }

    private Map<String, Object> labelled(Lesson lesson, String answer, boolean label) {
        Map<String, Object> row = row(lesson, "completion", answer);
        row.put("label", label);
        return row;
    }

    private Map<String, Object> row(Lesson lesson, String name, String answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Map<String, String>> prompt = new ArrayList<>();
        prompt.addAll(Answers.turns("system", instruction));
        prompt.addAll(Answers.turns("user", Answers.prompt(lesson)));
        row.put("prompt", prompt);
        row.put(name, Answers.turns("assistant", answer));
        return row;
    }
}
