package io.praetor.reasoning;

import io.praetor.policy.Effect;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the one effect that the text of a decision field names.
 *
 * <p>The label stands first; what follows may explain it. A text that names a second effect, sets a
 * condition on an ALLOW, or starts with anything else names none.
 */
final class DecisionLabel {
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<allow>allow(ed)?)"
                            + "|(?<mfa>requires?[ _-]{0,2}mfa|mfa[ _-]{0,2}required)"
                            + "|(?<attest>requires?[ _-]{0,2}attestation"
                            + "|attestation[ _-]{0,2}required)"
                            + "|(?<deny>den(y|ied))");

    /** Words that turn an ALLOW into something else. */
    private static final Pattern CONDITION =
            Pattern.compile(
                    "\\b(if|unless|provided|once|after|only|except|but|until|when|pending|not|mfa"
                            + "|attestation|approval|approved|escalat\\w*|defer\\w*)\\b");

    private static final Pattern DRESSING = Pattern.compile("^[\\s*_`\"'“”‘’\\[(<>#:=-]+");

    private DecisionLabel() {}

    static Optional<Effect> read(String text) {
        String plain = DRESSING.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher label = LABEL.matcher(plain);
        if (!label.lookingAt()) {
            return Optional.empty();
        }
        String rest = plain.substring(label.end());
        if (!rest.isEmpty() && isWordCharacter(rest.charAt(0))) {
            return Optional.empty();
        }
        Effect effect = effectOf(label);
        return isContradicted(effect, rest) ? Optional.empty() : Optional.of(effect);
    }

    private static Effect effectOf(Matcher label) {
        if (label.group("allow") != null) {
            return Effect.ALLOW;
        }
        if (label.group("mfa") != null) {
            return Effect.REQUIRE_MFA;
        }
        return label.group("attest") != null ? Effect.REQUIRE_ATTESTATION : Effect.DENY;
    }

    /** Whether the words behind the label name another effect, or a condition on an ALLOW. */
    private static boolean isContradicted(Effect effect, String rest) {
        Matcher further = LABEL.matcher(rest);
        while (further.find()) {
            if (effectOf(further) != effect) {
                return true;
            }
        }
        return effect == Effect.ALLOW && CONDITION.matcher(rest).find();
    }

    private static boolean isWordCharacter(char next) {
        return Character.isLetterOrDigit(next) || next == '_';
    }
}
