package io.praetor.reasoning.prompt;

import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Sha256;
import io.praetor.reasoning.prompt.Built.Fits;
import io.praetor.reasoning.prompt.Built.Refused;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes prompts of one variant. As thread-safe as its source of randomness.
 *
 * <p>The order is fixed: role and output contract, clauses, examples, then the situation. What many
 * requests share stands first and is byte for byte the same, so that its KV cache can be kept.
 */
public final class PromptBuilder {
    /** Twelve bytes: nobody guesses 96 bits within one request. */
    private static final int MARKER_BYTES = 12;

    /** A source of randomness that keeps giving what the text already holds is broken. */
    private static final int MARKERS_MAX = 4;

    private final PromptVariant variant;
    private final List<Example> library;
    private final Function<Question, String> lines;
    private final RandomGenerator random;

    /**
     * @param library examples for where too few precedents are retrieved
     * @param lines the question as canonical lines, for variants that ask for these
     * @param random for the markers; not to be guessed by who writes requests
     */
    public PromptBuilder(
            PromptVariant variant,
            List<Example> library,
            Function<Question, String> lines,
            RandomGenerator random) {
        this.variant = variant;
        this.library = List.copyOf(library);
        this.lines = lines;
        this.random = random;
    }

    public PromptVariant variant() {
        return variant;
    }

    /** Lower-case hex SHA-256 of the variant and of the examples it may show. */
    public String version() {
        return Sha256.of(
                variant.version()
                        + "\n"
                        + (variant.shared().has(Slot.EXAMPLES)
                                ? library.stream()
                                        .map(Example::shown)
                                        .map(Sha256::of)
                                        .collect(Collectors.joining("\n"))
                                : ""));
    }

    /**
     * A prompt that takes at most {@code tokensMax}.
     *
     * @param lead the beginning of the answer
     * @param tokens how many tokens a prompt takes
     */
    public Built build(
            Material material, String lead, ToIntFunction<Prompt> tokens, int tokensMax) {
        List<Example> examples =
                variant.shared().has(Slot.EXAMPLES)
                        ? ExampleChoice.of(
                                material.passages().precedents(),
                                library,
                                material.question().policy())
                        : List.of();
        Draft draft = new Draft(material, variant.manifest().situation(), lines, examples);
        int taken;
        do {
            Map<Slot, String> values = draft.values();
            String marker = marker(values);
            if (marker.isEmpty()) {
                return new Refused("no marker could be found that the request does not contain");
            }
            values.put(Slot.MARKER, marker);
            Prompt prompt =
                    new Prompt(
                            variant.system().source(),
                            variant.shared().filled(values),
                            variant.situation().filled(values),
                            lead);
            taken = tokens.applyAsInt(prompt);
            if (taken <= tokensMax) {
                return new Fits(prompt, draft.citable(), draft.cuts());
            }
        } while (draft.cutMore());
        return new Refused(
                "the prompt takes %d tokens and %d are free; shorten the request, or give the model"
                                .formatted(taken, tokensMax)
                        + " a larger context");
    }

    /** Empty where nothing that was drawn would do. */
    private String marker(Map<Slot, String> values) {
        byte[] bytes = new byte[MARKER_BYTES];
        for (int i = 0; i < MARKERS_MAX; i++) {
            random.nextBytes(bytes);
            String marker = "data-" + HexFormat.of().formatHex(bytes);
            if (values.values().stream().noneMatch(text -> text.contains(marker))) {
                return marker;
            }
        }
        return "";
    }
}
