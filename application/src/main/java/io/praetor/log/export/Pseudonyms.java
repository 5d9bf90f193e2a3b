package io.praetor.log.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stands a keyed hash (HMAC-SHA-256) in for an identifier: the same one for the same identifier,
 * and nothing that could be guessed without the key. Thread-safe.
 */
public final class Pseudonyms {
    /** Shorter keys could be guessed. */
    public static final int KEY_BYTES_MIN = 16;

    /** 64 bits: no two of a million persons are likely to share one. */
    private static final int DIGITS = 16;

    /** A shorter name is likely to be a word or part of one. */
    private static final int NAME_MIN = 3;

    private static final Pattern PSEUDONYM = Pattern.compile("p-[0-9a-f]{%d}".formatted(DIGITS));

    private static final List<Pointer> IDENTIFIERS =
            List.of(
                    pointer("/actor"),
                    pointer("/situation/actor/id"),
                    pointer("/situation/actor_id"),
                    pointer("/situation/actor"),
                    pointer("/situation/resource/properties/owner"),
                    pointer("/situation/context/session"),
                    pointer("/situation/request_id"),
                    pointer("/situation/context/approvals/*/by"),
                    pointer("/account/obligations/*/by/*"));

    private final byte[] key;

    /**
     * @param key at least {@link #KEY_BYTES_MIN} bytes
     */
    public Pseudonyms(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "a key for pseudonyms has at least %d bytes".formatted(KEY_BYTES_MIN));
        }
        this.key = key.clone();
    }

    /**
     * The pseudonym: what stands before the first colon stays, so that kinds stay apart. A
     * pseudonym is its own.
     */
    public String of(String identifier) {
        int colon = identifier.indexOf(':');
        if (PSEUDONYM.matcher(identifier.substring(colon + 1)).matches()) {
            return identifier;
        }
        return identifier.substring(0, colon + 1) + "p-" + digits(identifier);
    }

    /**
     * Replaces every identifier of the event wherever it stands, in prose too, also where prose
     * names a person by the part behind the colon. What else prose may tell stays.
     */
    public void replaceIn(Map<String, @Nullable Object> event) {
        Set<String> found =
                new TreeSet<>(
                        Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
        for (Pointer identifier : IDENTIFIERS) {
            identifier.change(
                    event,
                    value -> {
                        if (value instanceof String text && !text.isEmpty()) {
                            found.add(text);
                        }
                        return Optional.ofNullable(value);
                    });
        }
        List<Replacement> replacements = new ArrayList<>();
        found.forEach(identifier -> addReplacements(identifier, replacements));
        event.replaceAll((_, value) -> replaced(value, replacements));
    }

    private record Replacement(Pattern pattern, String by) {}

    private void addReplacements(String identifier, List<Replacement> replacements) {
        String pseudonym = of(identifier);
        replacements.add(
                new Replacement(
                        Pattern.compile(Pattern.quote(identifier)),
                        Matcher.quoteReplacement(pseudonym)));
        String name = identifier.substring(identifier.lastIndexOf(':') + 1);
        if (name.length() >= NAME_MIN && !name.equals(identifier)) {
            replacements.add(
                    new Replacement(
                            Pattern.compile(
                                    "(?<![\\p{L}\\p{N}])"
                                            + Pattern.quote(name)
                                            + "(?![\\p{L}\\p{N}])",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                            Matcher.quoteReplacement(
                                    pseudonym.substring(pseudonym.lastIndexOf(':') + 1))));
        }
    }

    private static @Nullable Object replaced(
            @Nullable Object value, List<Replacement> replacements) {
        return switch (value) {
            case String text -> {
                String result = text;
                for (Replacement replacement : replacements) {
                    result = replacement.pattern().matcher(result).replaceAll(replacement.by());
                }
                yield result;
            }
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put(name, replaced(member, replacements)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(element -> copy.add(replaced(element, replacements)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private String digits(String identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] hash = mac.doFinal(identifier.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", missing);
        }
    }

    private static Pointer pointer(String text) {
        return Pointer.of(text).orElseThrow();
    }
}
