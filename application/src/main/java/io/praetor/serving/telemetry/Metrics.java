package io.praetor.serving.telemetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Every metric of the process, and their Prometheus text (exposition format 0.0.4).
 *
 * <p>Register at start; count from any thread. A series with labels appears once it has counted
 * something.
 */
public final class Metrics {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Family> families = new LinkedHashMap<>();

    private record Family(String type, String help, List<Member> members) {}

    private record Member(Labels labels, Series series) {}

    /**
     * @param name ends in {@code _total}
     * @param labels name, value, name, value, ...
     */
    public Counter counter(String name, String help, String... labels) {
        return added(name, "counter", help, new Counter(labels.length == 0), labels);
    }

    /**
     * @param name ends in {@code _seconds}
     */
    public Histogram histogram(String name, String help, String... labels) {
        return added(name, "histogram", help, new Histogram(labels.length == 0), labels);
    }

    /** A number that is asked for whenever the text is written. */
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {
        Series series =
                (text, sample, of) ->
                        text.append(sample)
                                .append(of.braced())
                                .append(' ')
                                .append(value.getAsDouble())
                                .append('\n');
        added(name, "gauge", help, series, labels);
    }

    /**
     * A series that is always 1 and says something in its labels, which are asked for whenever the
     * text is written: few values over the life of the process.
     */
    public void info(String name, String help, Supplier<List<String>> labels) {
        Series series =
                (text, sample, _) ->
                        text.append(sample).append(Labels.of(labels.get()).braced()).append(" 1\n");
        added(name, "gauge", help, series);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        families.forEach(
                (name, family) -> {
                    text.append("# HELP ").append(name).append(' ').append(family.help());
                    text.append("\n# TYPE ").append(name).append(' ').append(family.type());
                    text.append('\n');
                    for (Member member : family.members()) {
                        if (member.series().isWorthSaying()) {
                            member.series().writeTo(text, name, member.labels());
                        }
                    }
                });
        return text.toString();
    }

    private <S extends Series> S added(
            String name, String type, String help, S series, String... labels) {
        Family family =
                families.computeIfAbsent(
                        name, _ -> new Family(type, help, new CopyOnWriteArrayList<>()));
        family.members().add(new Member(Labels.of(List.of(labels)), series));
        return series;
    }
}
