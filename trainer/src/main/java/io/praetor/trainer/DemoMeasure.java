package io.praetor.trainer;

import io.praetor.policy.Effect;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.Prompt;
import io.praetor.situation.Labels;
import io.praetor.trainer.corpus.DemoCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How often a model gives the answers it was taught, asked as the program asks it.
 *
 * @param system the text of the system's turn that it was trained with
 */
record DemoMeasure(LanguageModel model, String system, LongSupplier nanoTicker) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** A decision takes milliseconds; a machine that is busy may take a thousand times as long. */
    private static final Duration TIME_MAX = Duration.ofMinutes(1);

    private static final List<String> LABELS =
            Arrays.stream(Effect.values()).map(Effect::label).toList();

    /**
     * @param name what is counted
     */
    record Share(String name, int right, int of) {
        double share() {
            return of == 0 ? 0 : (double) right / of;
        }

        @Override
        public String toString() {
            return "%s: %d of %d right (%.1f %%)".formatted(name, right, of, 100 * share());
        }
    }

    /** Figures with the time a decision took. */
    record Figures(List<Share> shares, double millisMedian, double millisP95) {
        Share all() {
            return shares.getFirst();
        }
    }

    private record Answer(DemoCase each, Effect effect) {
        boolean isRight() {
            return each.effect() == effect;
        }
    }

    Figures of(List<DemoCase> cases) {
        List<Answer> answers = new ArrayList<>();
        double[] millis = new double[cases.size()];
        for (int i = 0; i < cases.size(); i++) {
            long start = nanoTicker.getAsLong();
            answers.add(new Answer(cases.get(i), decide(cases.get(i).lines())));
            millis[i] = (nanoTicker.getAsLong() - start) / NANOS_PER_MILLI;
        }
        Arrays.sort(millis);
        List<Share> shares = new ArrayList<>();
        shares.add(share("all", answers, _ -> true));
        for (DemoCase.Kind kind : DemoCase.Kind.values()) {
            shares.add(share(Labels.of(kind), answers, it -> it.each().kind() == kind));
        }
        for (Effect effect : Effect.values()) {
            shares.add(
                    share("taught " + effect.label(), answers, it -> it.each().effect() == effect));
        }
        return new Figures(shares, millis[millis.length / 2], millis[(int) (millis.length * .95)]);
    }

    /** The likeliest label behind the beginning of an answer. */
    Effect decide(String lines) {
        Prompt prompt = new Prompt(system, "", lines, DemoPrompt.LEAD);
        Map<String, Double> scores = model.score(prompt, LABELS, TIME_MAX).logProbabilities();
        String likeliest =
                scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return Labels.read(Effect.class, likeliest).orElseThrow();
    }

    private static Share share(String name, List<Answer> answers, Predicate<Answer> counted) {
        List<Answer> these = answers.stream().filter(counted).toList();
        return new Share(name, (int) these.stream().filter(Answer::isRight).count(), these.size());
    }
}
