package io.praetor.policy.importing;

import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the {@code match} of Hardbound rules as targets, counters and conditions. */
final class HardboundMatches {
    private static final Shape MATCH =
            Shape.of("a match")
                    .allows("tools", "categories", "targetPatterns", "rateLimit", "timeWindow");
    private static final Shape RATE = Shape.of("a rate limit").requires("maxCount", "windowMs");
    private static final Shape WINDOW =
            Shape.of("a time window").allows("allowedHours", "allowedDays", "timezone");

    private static final Range COUNT = Range.whole(1, 1_000_000);

    /** A counter looks back 31 days at most. */
    private static final Range WINDOW_MILLIS = Range.whole(1000, Duration.ofDays(31).toMillis());

    private static final Range HOUR = Range.whole(0, 24);
    private static final Range DAY = Range.whole(0, 6);

    private final PolicyText policy;
    private final Problems problems;
    private final Map<Node, Optional<Fields>> read = new HashMap<>();

    HardboundMatches(PolicyText policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
    }

    private Optional<Fields> fields(Node match) {
        return read.computeIfAbsent(match, node -> Fields.of(node, MATCH, problems));
    }

    /**
     * Learns from a match which tools stand in which category. To be told all matches before the
     * first is written, so that a tool is not guessed into another family.
     */
    void learn(Node match) {
        fields(match).ifPresent(this::learn);
    }

    private void learn(Fields match) {
        List<Scalar> categories = Slugs.names(match.texts("categories"), problems);
        List<Scalar> tools = Slugs.names(match.texts("tools"), problems);
        for (Scalar category : categories) {
            policy.families().put(Slugs.of(category.text()), category.text());
        }
        if (tools.isEmpty() || categories.isEmpty()) {
            return;
        }
        if (categories.size() > 1) {
            problems.error(
                    match.positionOf("categories"),
                    "tools and several categories: write one rule for each category");
            return;
        }
        String family = Slugs.of(categories.getFirst().text());
        for (Scalar tool : tools) {
            policy.families()
                    .put(family, tool.text())
                    .ifPresent(
                            other ->
                                    problems.error(
                                            tool.position(),
                                            "tool %s stands in category %s already"
                                                    .formatted(
                                                            Problems.quoted(tool.text()),
                                                            Problems.quoted(other))));
        }
    }

    void write(Node match, String id, Map<String, Object> rule, List<String> conditions) {
        fields(match).ifPresent(fields -> write(fields, id, rule, conditions));
    }

    private void write(Fields match, String id, Map<String, Object> rule, List<String> conditions) {
        List<String> actions = actions(match);
        if (!actions.isEmpty()) {
            rule.put("actions", actions);
        }
        List<String> patterns =
                match.texts("targetPatterns").stream()
                        .filter(this::isGlob)
                        .map(Scalar::text)
                        .toList();
        if (!patterns.isEmpty()) {
            rule.put("resources", patterns);
        }
        match.fields("rateLimit", RATE).ifPresent(rate -> rate(rate, id, actions, conditions));
        match.fields("timeWindow", WINDOW).ifPresent(window -> window(window, conditions));
    }

    /** Tools where there are any: their category, if named too, has been learnt. */
    private List<String> actions(Fields match) {
        List<String> tools = match.texts("tools").stream().map(Scalar::text).toList();
        tools.forEach(policy.families()::guess);
        return tools.isEmpty()
                ? match.texts("categories").stream()
                        .map(category -> "family:" + Slugs.of(category.text()))
                        .toList()
                : tools;
    }

    private boolean isGlob(Scalar pattern) {
        boolean other = pattern.text().matches(".*[?\\[\\]{}!\\s].*");
        if (other) {
            problems.error(pattern.position(), "only `*` and `**` are wildcards here");
        }
        return !other;
    }

    private void rate(Fields rate, String id, List<String> actions, List<String> conditions) {
        double count = rate.number("maxCount", COUNT).orElse(1);
        double millis = rate.number("windowMs", WINDOW_MILLIS).orElse(1000);
        if (actions.isEmpty()) {
            problems.error(rate.position(), "a rate limit needs tools or categories to count");
            return;
        }
        if (millis % 1000 != 0) {
            problems.error(rate.positionOf("windowMs"), "a window is a number of whole seconds");
        }
        String counter = Slugs.counter(id);
        policy.counter(counter, actions, (long) (millis / 1000) + "s");
        conditions.add("context.counters." + counter + " >= " + (long) count);
    }

    private void window(Fields window, List<String> conditions) {
        String zone = window.text("timezone").orElse("UTC");
        List<Double> hours = numbers(window, "allowedHours", HOUR);
        if (window.has("allowedHours") && hours.size() != 2) {
            problems.error(
                    window.positionOf("allowedHours"), "two hours: from, and to which is outside");
        } else if (!hours.isEmpty()) {
            conditions.add(hours(zone, hours.getFirst().intValue(), hours.getLast().intValue()));
        }
        List<String> days =
                numbers(window, "allowedDays", DAY).stream()
                        .map(day -> Integer.toString(day.intValue()))
                        .toList();
        if (!days.isEmpty()) {
            conditions.add(
                    "at.getDayOfWeek(%s) in [%s]"
                            .formatted(Cel.quoted(zone), String.join(", ", days)));
        }
    }

    /** From one hour up to another, over midnight where the second is the smaller. */
    private static String hours(String zone, int from, int to) {
        String hour = "at.getHours(%s)".formatted(Cel.quoted(zone));
        return "(%s >= %d %s %s < %d)".formatted(hour, from, from < to ? "&&" : "||", hour, to);
    }

    private List<Double> numbers(Fields fields, String key, Range range) {
        List<Double> numbers = new ArrayList<>();
        for (Node item : fields.items(key)) {
            Stream.of(Fields.number(item, range, problems))
                    .filter(number -> number.isPresent())
                    .forEach(number -> numbers.add(number.getAsDouble()));
        }
        return numbers;
    }
}
