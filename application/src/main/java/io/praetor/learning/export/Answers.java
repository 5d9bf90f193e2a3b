package io.praetor.learning.export;

import io.praetor.learning.dataset.Lesson;
import io.praetor.learning.dataset.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prompts and answers as text, in the field order of the prompts' output contract. */
final class Answers {
    private Answers() {}

    static String prompt(Lesson lesson) {
        return "Situation:\n" + json(lesson.situation());
    }

    /** What is empty is left out: a model should not learn to say nothing. */
    static String answer(Told told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        putText(answer, "classification", told.classification());
        putText(answer, "risk_level", told.risk());
        putText(answer, "reasoning", told.reasoning());
        answer.put("decision", told.decision().label());
        if (!told.clauses().isEmpty()) {
            answer.put("policy_references", told.clauses().stream().map(Answers::cited).toList());
        }
        return json(answer);
    }

    private static Map<String, String> cited(Told.Cited clause) {
        Map<String, String> cited = new LinkedHashMap<>();
        cited.put("id", clause.id());
        clause.text().ifPresent(text -> cited.put("quote", text));
        return cited;
    }

    private static void putText(Map<String, Object> answer, String name, String text) {
        if (!text.isBlank()) {
            answer.put(name, text);
        }
    }

    /** Turns of a conversation, as TRL reads them. */
    static List<Map<String, String>> turns(String role, String content) {
        return List.of(Map.of("role", role, "content", content));
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
