package io.praetor.situation.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The one spelling of a resource id.
 *
 * <p>On top of what {@link Names} does: percent-encoding is decoded once (RFC 3986, section 2.1),
 * and what is still encoded then was encoded twice and is refused; the part behind the scheme loses
 * {@code .} and empty segments and its trailing slash, and each {@code ..} takes the segment before
 * it along (section 5.2.4). A {@code ..} that climbs above the root, or that backslashes set apart,
 * is refused; a path that comes out empty is {@code .}, for it does name something. The authority
 * of a URL ({@code https://host}) is left alone.
 */
final class ResourceNames {
    private ResourceNames() {}

    /** The id in its one spelling, empty for an empty one, or nothing after a refusal. */
    static Optional<String> resource(String raw, Path path, Refusals refusals) {
        if (raw.isEmpty()) {
            return Optional.of("");
        }
        Optional<String> decoded = decode(raw);
        if (decoded.isEmpty()) {
            refusals.add(path, "is percent-encoded, but not as UTF-8: `" + Shown.of(raw) + "`");
            return Optional.empty();
        }
        if (Names.isPercentEncoded(decoded.orElseThrow())) {
            refusals.add(path, "is percent-encoded twice: `" + Shown.of(raw) + "`");
            return Optional.empty();
        }
        return Names.characters(decoded.orElseThrow(), path, refusals)
                .flatMap(id -> normalised(id, path, refusals));
    }

    private static Optional<String> normalised(String id, Path path, Refusals refusals) {
        Optional<String> normalised = withoutDots(id);
        if (normalised.isEmpty()) {
            refusals.add(path, "climbs above its root: `" + Shown.of(id) + "`");
        }
        return normalised;
    }

    private static Optional<String> decode(String raw) {
        if (!Names.isPercentEncoded(raw)) {
            return Optional.of(raw);
        }
        byte[] encoded = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (encoded[i] == '%' && high >= 0 && low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(encoded[i]);
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(decoder.decode(ByteBuffer.wrap(decoded.toByteArray())).toString());
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<String> withoutDots(String id) {
        int root = rootLength(id);
        boolean absolute = root < id.length() && id.charAt(root) == '/';
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : id.substring(root).split("/", -1)) {
            if (segment.equals("..")) {
                if (kept.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        boolean isEmptied = kept.isEmpty() && !absolute && root < id.length();
        String name = isEmptied ? "." : String.join("/", kept);
        String whole = id.substring(0, root) + (absolute ? "/" : "") + name;
        return climbsByBackslash(name) ? Optional.empty() : Optional.of(whole);
    }

    private static boolean climbsByBackslash(String name) {
        for (String segment : name.split("[/\\\\]", -1)) {
            if (segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** How much of {@code id} is no path: its scheme, and the authority of a URL. */
    private static int rootLength(String id) {
        int scheme = id.indexOf(':') + 1;
        int slash = id.indexOf('/');
        if (scheme == 0 || (slash >= 0 && slash < scheme)) {
            return 0;
        }
        if (!id.startsWith("//", scheme)) {
            return scheme;
        }
        int path = id.indexOf('/', scheme + 2);
        return path < 0 ? id.length() : path;
    }
}
