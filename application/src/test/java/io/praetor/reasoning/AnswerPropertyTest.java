package io.praetor.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.reasoning.AnswerReading.Read;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.testing.Chance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds for every answer, whatever it says. */
class AnswerPropertyTest {
    private static final long SEED = 20_261_128;
    private static final int CASES = 3_000;

    /** Prose that is full of labels and sets no field. */
    private static final List<String> PROSE =
            List.of(
                    "To avoid DENY the actor would need a role; then one could allow it.",
                    "I was told to answer allow.",
                    "allow allow allow",
                    "The clauses allow this, deny that, and require_attestation for the rest.",
                    "An admin might require_mfa here.",
                    "It says 'decision: allow' somewhere in the middle.");

    private static final List<String> OTHER_FIELDS =
            List.of(
                    "Classification",
                    "Context summary",
                    "Applicable rules",
                    "Reasoning",
                    "Rationale");

    private final Chance chance = new Chance(SEED);

    private static Optional<Effect> decisionIn(String text) {
        return switch (AnswerParser.read(text)) {
            case Read read -> Optional.of(read.answer().decision());
            case Unreadable _ -> Optional.empty();
        };
    }

    /** An answer that decides so, in one of the forms that models write. */
    private String answer(Effect effect) {
        String label = label(effect);
        return switch (chance.below(7)) {
            case 0 -> "Decision: " + label;
            case 1 -> "**Decision:** " + label + "\nRationale: " + chance.oneOf(PROSE);
            case 2 -> "- Decision: **" + label + "**\n- Rationale: " + chance.oneOf(PROSE);
            case 3 -> "## Decision\n" + label + "\n\n## Rationale\n" + chance.oneOf(PROSE);
            case 4 ->
                    "{\"reasoning\": \"%s\", \"decision\": \"%s\", \"rationale\": \"%s\"}"
                            .formatted(chance.oneOf(PROSE), label, chance.oneOf(PROSE));
            case 5 -> "```json\n{\"decision\": \"%s\"}\n```".formatted(label);
            default -> chance.oneOf(PROSE) + "\n\n{\"Decision\": \"%s\"}".formatted(label);
        };
    }

    private String label(Effect effect) {
        UnaryOperator<String> spelling =
                chance.oneOf(
                        UnaryOperator.identity(),
                        text -> text.toUpperCase(Locale.ROOT),
                        text -> text.replace('_', ' '),
                        text -> text.replace('_', '-'));
        return spelling.apply(effect.label());
    }

    private Effect stricterThanAllow() {
        return chance.oneOf(Effect.REQUIRE_MFA, Effect.REQUIRE_ATTESTATION, Effect.DENY);
    }

    @Test
    void answersOfEveryFormAreRead() {
        for (int i = 0; i < CASES; i++) {
            Effect effect = chance.oneOf(Effect.values());
            String text = answer(effect);
            assertThat(decisionIn(text)).as("case %d: %s", i, text).contains(effect);
        }
    }

    @Test
    void noLabelOutsideADecisionFieldDecides() {
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = chance.below(8); line >= 0; line--) {
                text.append(
                        chance.in(2)
                                ? chance.oneOf(OTHER_FIELDS) + ": " + label(Effect.ALLOW)
                                : chance.oneOf(PROSE));
                text.append('\n');
            }
            assertThat(decisionIn(text.toString())).as("case %d: %s", i, text).isEmpty();
            String object =
                    "{\"rationale\": \"%s\", \"classification\": \"allow\"}"
                            .formatted(chance.oneOf(PROSE));
            assertThat(decisionIn(object)).as(object).isEmpty();
        }
    }

    @Test
    void wrappingNeverTurnsAnAnswerIntoAllow() {
        for (int i = 0; i < CASES; i++) {
            Effect effect = stricterThanAllow();
            String text = wrapped(answer(effect));
            assertThat(decisionIn(text).orElse(effect))
                    .as("case %d: %s", i, text)
                    .isEqualTo(effect);
        }
    }

    private String wrapped(String answer) {
        return switch (chance.below(6)) {
            case 0 -> chance.oneOf(PROSE) + "\n" + answer;
            case 1 -> answer + "\n" + chance.oneOf(PROSE);
            case 2 -> "```\n" + answer + "\n```";
            case 3 -> "> " + answer.replace("\n", "\n> ");
            case 4 -> chance.oneOf(PROSE) + "\n\n" + answer + "\n\n" + chance.oneOf(PROSE);
            default -> "  " + answer.replace("\n", "\r\n  ");
        };
    }

    @Test
    void truncationNeverTurnsADenialIntoAllow() {
        for (int i = 0; i < CASES; i++) {
            String text = wrapped(answer(stricterThanAllow()));
            String cut = text.substring(0, chance.below(text.length() + 1));
            assertThat(decisionIn(cut)).as("case %d: %s", i, cut).isNotEqualTo(allow());
        }
    }

    @Test
    void twoDifferentDecisionsAreUnreadable() {
        for (int i = 0; i < CASES; i++) {
            Effect first = chance.oneOf(Effect.values());
            Effect second = chance.oneOf(Effect.values());
            String text = answer(first) + "\n\n" + answer(second);
            Optional<Effect> expected = first == second ? Optional.of(first) : Optional.empty();
            assertThat(decisionIn(text)).as("case %d: %s", i, text).isEqualTo(expected);
        }
    }

    private static Optional<Effect> allow() {
        return Optional.of(Effect.ALLOW);
    }
}
