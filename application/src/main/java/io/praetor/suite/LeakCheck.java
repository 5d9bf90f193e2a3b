package io.praetor.suite;

import io.praetor.retrieval.Precedent;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds scenarios that stand in the example library or in a prompt: what is answered from memory
 * says nothing about judgement.
 *
 * <p>A scenario leaks by its id, by its prose, or by a situation without prose that is the
 * example's. Prose is compared in lower case as a run of words, punctuation aside.
 */
public final class LeakCheck {
    /** Shorter prose, such as `routine deploy`, stands in many cases without giving any away. */
    private static final int WORDS_MIN = 6;

    private static final String PRECEDENT = "precedent.";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Precedent> examples;
    private final Map<String, String> prompts;
    private final Instant receivedAt;
    private final SituationReader door = new SituationReader();

    /**
     * @param prompts each text by the name that a finding gives it
     * @param receivedAt the instant of requests that state none
     */
    public LeakCheck(List<Precedent> examples, Map<String, String> prompts, Instant receivedAt) {
        this.examples = List.copyOf(examples);
        this.prompts = new TreeMap<>();
        prompts.forEach((name, text) -> this.prompts.put(name, words(text)));
        this.receivedAt = receivedAt;
    }

    /** The scenarios that must not be scored, in their order. */
    public List<Leak> among(List<Scenario> scenarios) {
        return scenarios.stream().flatMap(scenario -> of(scenario).stream()).toList();
    }

    private Optional<Leak> of(Scenario scenario) {
        return byId(scenario)
                .or(
                        () ->
                                scenario.request().admit(door, receivedAt)
                                                instanceof Admission.Admitted admitted
                                        ? bySituation(scenario.id(), admitted.situation())
                                        : Optional.empty());
    }

    private Optional<Leak> byId(Scenario scenario) {
        String id = scenario.id();
        for (Precedent example : examples) {
            if (example.id().equals(id) || example.id().equals(PRECEDENT + id)) {
                return Optional.of(new Leak(id, example.id(), "the same id stands"));
            }
        }
        String words = words(id);
        boolean isName = words.strip().indexOf(' ') > 0;
        return isName ? inPrompt(id, words, "its id stands") : Optional.empty();
    }

    private Optional<Leak> bySituation(String id, Situation situation) {
        String prose = words(String.join("\n", prose(situation)));
        for (Precedent example : examples) {
            boolean isSameProse =
                    isTelling(prose)
                            && prose.equals(words(String.join("\n", prose(example.situation()))));
            if (isSameProse || situation.equals(example.situation())) {
                return Optional.of(
                        new Leak(
                                id,
                                example.id(),
                                isSameProse ? "the same prose stands" : "the same case stands"));
            }
        }
        return prose(situation).stream()
                .map(LeakCheck::words)
                .filter(LeakCheck::isTelling)
                .flatMap(text -> inPrompt(id, text, "its prose stands").stream())
                .findFirst();
    }

    private Optional<Leak> inPrompt(String id, String words, String what) {
        return prompts.entrySet().stream()
                .filter(prompt -> prompt.getValue().contains(words))
                .map(prompt -> new Leak(id, prompt.getKey(), what))
                .findFirst();
    }

    private static List<String> prose(Situation situation) {
        List<String> texts = new ArrayList<>(situation.context().history());
        situation.action().description().ifPresent(texts::add);
        situation.context().intent().ifPresent(texts::add);
        situation.context().incident().ifPresent(texts::add);
        return texts;
    }

    private static boolean isTelling(String words) {
        return BETWEEN_WORDS.splitAsStream(words.strip()).count() >= WORDS_MIN;
    }

    /** Words in lower case, each between spaces, so that one text contains another by words. */
    private static String words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ", " ", " "));
    }
}
