package io.praetor.policy.reading;

import io.praetor.policy.Condition;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.ConditionProblem;
import io.praetor.policy.ConditionReading;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.ScalarPlaces;
import io.praetor.policy.document.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads conditions, and turns a place in an expression into a place in the file, through quotes,
 * escapes and folded lines. The same text is parsed once.
 */
final class ConditionBinder {
    private final ConditionParser parser;
    private final ConditionNames names;
    private final SourceText source;
    private final Problems problems;
    private final Map<String, ConditionReading> parsed = new HashMap<>();

    ConditionBinder(
            ConditionParser parser, ConditionNames names, SourceText source, Problems problems) {
        this.parser = parser;
        this.names = names;
        this.source = source;
        this.problems = problems;
    }

    Optional<Condition> bind(Fields fields, String key) {
        return fields.scalar(key).flatMap(this::condition);
    }

    private Optional<Condition> condition(Scalar text) {
        SourcePosition start = ScalarPlaces.of(source, text, 0);
        ConditionReading reading =
                parsed.computeIfAbsent(
                        text.text().stripTrailing(), key -> parser.parse(key, start));
        return switch (reading) {
            case ConditionReading.Accepted(Condition condition) -> {
                report(text, names.check(condition));
                yield Optional.of(
                        new Condition(
                                condition.source(), condition.ast(), condition.inputs(), start));
            }
            case ConditionReading.Rejected(List<ConditionProblem> found) -> {
                report(text, found);
                yield Optional.empty();
            }
        };
    }

    private void report(Scalar text, List<ConditionProblem> found) {
        for (ConditionProblem problem : found) {
            problems.error(
                    ScalarPlaces.of(source, text, problem.offset()),
                    problem.message(),
                    problem.suggestion());
        }
    }
}
