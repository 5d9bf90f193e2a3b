package io.praetor.situation.dialect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * ISO 8601 date-times with an offset ({@code Z}, {@code +02:00}, {@code +0200}), or without one,
 * which is then UTC. Years 0000 to 9999, and a space for the {@code T}, as RFC 3339 has them.
 */
final class Instants {
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    /** Letters of a date: {@code 2026-02-04}. */
    private static final int DATE = 10;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    static Optional<Instant> read(String text) {
        try {
            var parsed = ISO.parseBest(joined(text), OffsetDateTime::from, LocalDateTime::from);
            Instant instant =
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
            boolean isInRange = !instant.isBefore(FIRST) && !instant.isAfter(LAST);
            return isInRange ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String joined(String text) {
        boolean isApart = text.length() > DATE && text.charAt(DATE) == ' ';
        return isApart ? text.substring(0, DATE) + 'T' + text.substring(DATE + 1) : text;
    }

    /** The instant under {@code key}, or else {@code otherwise}. */
    static Instant at(Fields fields, String key, Instant otherwise) {
        Optional<String> text = fields.text(key);
        Optional<Instant> instant = text.flatMap(Instants::read);
        if (text.isPresent() && instant.isEmpty()) {
            fields.refuse(key, "is `" + Shown.of(text.get()) + "`, not an ISO 8601 date-time");
        }
        return instant.orElse(otherwise);
    }
}
