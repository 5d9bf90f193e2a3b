package io.praetor.reasoning.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the label of a written answer's decision stands. */
final class DecisionPlace {
    /** As a JSON key; within a JSON text the quotes would be escaped. */
    private static final Pattern KEY =
            Pattern.compile(
                    "\"\\s*(?:final[ _-]?)?decision\\s*\"\\s*:\\s*\"", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE =
            Pattern.compile(
                    "^[\\s>#*_`\"\\d.)•+-]*(?:final[ _-]?)?decision[*_`\"\\s]*[:=][*_`\"\\s]*",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private DecisionPlace() {}

    /** The text up to the label, where the answer has a decision field. */
    static Optional<String> before(String text) {
        return last(KEY.matcher(text), text).or(() -> last(LINE.matcher(text), text));
    }

    private static Optional<String> last(Matcher field, String text) {
        Optional<String> before = Optional.empty();
        while (field.find()) {
            before = Optional.of(text.substring(0, field.end()));
        }
        return before;
    }
}
