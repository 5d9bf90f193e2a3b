package io.praetor.policy;

import java.util.Locale;

/**
 * A resource pattern: {@code **} stands for any text, {@code *} for any text without a {@code /},
 * everything else for itself.
 *
 * <p>Most patterns are a literal or a prefix, which need no search. Thread-safe.
 */
public final class Glob {
    /** Private-use characters stand for the wildcards, so that a pattern is one array. */
    private static final char WITHIN = '\uE000';

    private static final char ACROSS = '\uE001';

    private final String prefix;
    private final Tail tail;
    private final char[] rest;

    /** What follows the literal beginning. */
    private enum Tail {
        NOTHING,
        WITHIN_SEGMENT,
        ANYTHING,
        PATTERN
    }

    private Glob(String prefix, Tail tail, char[] rest) {
        this.prefix = prefix;
        this.tail = tail;
        this.rest = rest;
    }

    public static Glob of(String pattern) {
        int wildcard = pattern.indexOf('*');
        if (wildcard < 0) {
            return new Glob(pattern, Tail.NOTHING, new char[0]);
        }
        String prefix = pattern.substring(0, wildcard);
        String rest = pattern.substring(wildcard);
        Tail tail =
                switch (rest) {
                    case "*" -> Tail.WITHIN_SEGMENT;
                    case "**" -> Tail.ANYTHING;
                    default -> Tail.PATTERN;
                };
        return new Glob(prefix, tail, encoded(rest));
    }

    /** The same pattern for texts that were folded to lower case. */
    public static Glob folded(String pattern) {
        return of(fold(pattern));
    }

    private static char[] encoded(String rest) {
        return rest.replaceAll("\\*{2,}", String.valueOf(ACROSS))
                .replace('*', WITHIN)
                .toCharArray();
    }

    /** What {@code id} has to be matched as, for a pattern of {@link #folded}. */
    public static String fold(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The literal text that every match begins with. */
    public String prefix() {
        return prefix;
    }

    public boolean isLiteral() {
        return tail == Tail.NOTHING;
    }

    public boolean matches(String text) {
        return switch (tail) {
            case NOTHING -> text.equals(prefix);
            case WITHIN_SEGMENT ->
                    text.startsWith(prefix) && text.indexOf('/', prefix.length()) < 0;
            case ANYTHING -> text.startsWith(prefix);
            case PATTERN -> text.startsWith(prefix) && restMatches(text);
        };
    }

    /**
     * Walks both once, and on a mismatch lets the nearest wildcard take one character more; a
     * {@code *} that would have to take a {@code /} hands over to the last {@code **}.
     */
    private boolean restMatches(String text) {
        int at = prefix.length();
        int next = 0;
        int within = -1;
        int withinAt = 0;
        int across = -1;
        int acrossAt = 0;
        while (at < text.length()) {
            char wanted = next < rest.length ? rest[next] : 0;
            if (next < rest.length && wanted == ACROSS) {
                across = next++;
                acrossAt = at;
                within = -1;
            } else if (next < rest.length && wanted == WITHIN) {
                within = next++;
                withinAt = at;
            } else if (next < rest.length && wanted == text.charAt(at)) {
                next++;
                at++;
            } else if (within >= 0 && text.charAt(withinAt) != '/') {
                next = within + 1;
                at = ++withinAt;
            } else if (across >= 0) {
                next = across + 1;
                at = ++acrossAt;
                within = -1;
            } else {
                return false;
            }
        }
        while (next < rest.length && (rest[next] == WITHIN || rest[next] == ACROSS)) {
            next++;
        }
        return next == rest.length;
    }
}
