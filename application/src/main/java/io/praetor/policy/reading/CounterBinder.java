package io.praetor.policy.reading;

import io.praetor.policy.CounterRule;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the counters that conditions may ask for. */
final class CounterBinder {
    /** Every decision asks for every counter before the rules run. */
    static final int COUNTERS_MAX = 64;

    /** What a counter remembers has to stay small; months belong into a report. */
    private static final Duration WINDOW_MAX = Duration.ofDays(31);

    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,6})([smhd])");

    private final Vocabulary vocabulary;
    private final Problems problems;

    CounterBinder(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    List<CounterRule> bind(Fields top) {
        List<CounterRule> counters = new ArrayList<>();
        for (Entry entry : top.entries("counters")) {
            Names.isCounter(entry.key(), problems);
            Fields.of(entry.value(), PolicyShapes.COUNTER, problems)
                    .ifPresent(fields -> counters.add(counter(entry.name(), fields)));
        }
        if (counters.size() > COUNTERS_MAX) {
            problems.error(top.positionOf("counters"), "more than " + COUNTERS_MAX + " counters");
        }
        return counters;
    }

    private CounterRule counter(String name, Fields fields) {
        return new CounterRule(
                name,
                fields.choice("per", Words.PER).orElse(CounterRule.Per.ACTOR),
                vocabulary.actions(fields).keySet(),
                fields.scalar("window").map(this::window).orElse(Duration.ZERO));
    }

    private Duration window(Scalar text) {
        Matcher form = WINDOW.matcher(text.text());
        Duration window = form.matches() ? durationOf(form) : Duration.ZERO;
        if (window.isZero() || window.compareTo(WINDOW_MAX) > 0) {
            problems.error(
                    text.position(),
                    "%s is no window such as 30s, 5m, 1h or 2d, at most %d days"
                            .formatted(Problems.quoted(text.text()), WINDOW_MAX.toDays()));
        }
        return window;
    }

    private static Duration durationOf(Matcher form) {
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
