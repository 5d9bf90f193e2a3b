package io.praetor.situation.dialect;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of an id: actor, role, action type, resource, team, session, approver.
 *
 * <p>Ids compare as the texts they are after this. Canonically equal spellings become one
 * (Normalization Form C, Unicode Standard Annex 15): {@code e} with a combining accent is {@code
 * é}. Everything else that reads as something it is not is refused, never mapped, because a
 * platform that keeps the two apart would let one pass for the other: letters that only
 * compatibility makes equal (form KC differs: full-width {@code ａ}, ligatures, a full-width slash),
 * words that mix scripts beyond the Highly Restrictive profile of UTS 39, control, zero-width,
 * bidirectional, private and unassigned characters, spaces other than U+0020 inside,
 * percent-encoding. So every admitted id is in form KC. Letter case is kept: ids that differ in it
 * differ.
 */
final class Names {
    private static final Pattern PERCENT_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Names() {}

    /** The id in its one spelling, or nothing after a refusal. */
    static Optional<String> name(String raw, Path path, Refusals refusals) {
        if (isPercentEncoded(raw)) {
            refusals.add(path, "is percent-encoded: `" + Shown.of(raw) + "`");
            return Optional.empty();
        }
        return characters(raw, path, refusals);
    }

    static boolean isPercentEncoded(String text) {
        return text.indexOf('%') >= 0 && PERCENT_ENCODED.matcher(text).find();
    }

    /** As {@link #name}, but a percent sign is a character like any other. */
    static Optional<String> characters(String raw, Path path, Refusals refusals) {
        Optional<String> flaw = flaw(raw);
        flaw.ifPresent(reason -> refusals.add(path, reason));
        return flaw.isPresent()
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }

    private static Optional<String> flaw(String raw) {
        if (raw.isBlank()) {
            return Optional.of("is empty");
        }
        if (raw.charAt(0) == ' ' || raw.charAt(raw.length() - 1) == ' ') {
            return Optional.of("begins or ends with a space: `" + Shown.of(raw) + "`");
        }
        if (isPrintableAscii(raw)) {
            return Optional.empty();
        }
        return flawBeyondAscii(raw);
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static Optional<String> flawBeyondAscii(String raw) {
        var hidden = raw.codePoints().filter(Characters::isUnprintable).findFirst();
        if (hidden.isPresent()) {
            String point = String.format("U+%04X", hidden.getAsInt());
            return Optional.of("holds the character " + point + ", which does not show");
        }
        String canonical = Normalizer.normalize(raw, Normalizer.Form.NFC);
        if (!Normalizer.isNormalized(canonical, Normalizer.Form.NFKC)) {
            return Optional.of("looks like another id: `" + Shown.of(raw) + "` is not NFKC");
        }
        if (Characters.mixesScripts(canonical)) {
            return Optional.of("mixes scripts in one word: `" + Shown.of(raw) + "`");
        }
        return Optional.empty();
    }
}
