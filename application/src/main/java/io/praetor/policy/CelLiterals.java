package io.praetor.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the literal texts that conditions give to {@code duration} and {@code timestamp}. */
public final class CelLiterals {
    /** The first and the last instant that CEL knows (google.protobuf.Timestamp). */
    public static final Instant INSTANT_MIN = Instant.parse("0001-01-01T00:00:00Z");

    public static final Instant INSTANT_MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Seven digits keep the sum within the ten thousand years that CEL allows. */
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,7}(h|m|s|ms))+");

    private static final Pattern PART = Pattern.compile("([0-9]+)(h|ms|m|s)");

    private CelLiterals() {}

    /** The Duration or Instant, or nothing where the text is none. */
    public static Optional<Object> read(String function, String text) {
        return function.equals("duration")
                ? duration(text).map(Object.class::cast)
                : timestamp(text).map(Object.class::cast);
    }

    static String example(String function) {
        return function.equals("duration") ? "`1h30m`" : "`2026-11-21T09:00:00Z`";
    }

    /** Whole hours, minutes, seconds and milliseconds, such as {@code 1h30m}. */
    public static Optional<Duration> duration(String text) {
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long amount = Long.parseLong(part.group(1));
            sum =
                    sum.plus(
                            switch (part.group(2)) {
                                case "h" -> Duration.ofHours(amount);
                                case "m" -> Duration.ofMinutes(amount);
                                case "s" -> Duration.ofSeconds(amount);
                                default -> Duration.ofMillis(amount);
                            });
        }
        return Optional.of(sum);
    }

    /** An RFC 3339 date and time with its offset. */
    public static Optional<Instant> timestamp(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            boolean known = !instant.isBefore(INSTANT_MIN) && !instant.isAfter(INSTANT_MAX);
            return known ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
