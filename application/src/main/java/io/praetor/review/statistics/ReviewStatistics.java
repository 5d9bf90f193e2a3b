package io.praetor.review.statistics;

import io.praetor.log.Tallies;
import io.praetor.review.Case;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.Disagreement;
import io.praetor.review.Draw;
import io.praetor.review.Estimate;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.ReviewSettings;
import io.praetor.review.Verdict;
import io.praetor.review.Verdict.Corrected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reviewing at a glance. What a case was judged is what its current review says.
 *
 * @param decisions in the log, imported ones included
 * @param effects how they were decided, by label; empty text for a label that means nothing
 * @param reviewed how many of them were reviewed here
 * @param corrections by what was corrected; one review may count in several
 * @param kinds by the way in which it was wrong
 * @param accuracy share of reviewed cases whose effect stands
 * @param accepted share of reviewed cases of which everything stands
 * @param suite share of judged decisions that came out as a suite expected
 * @param explanation mean score of the explanations, 1 to 5
 * @param helped share of answers that the advice helped
 * @param sample correction rate on the random sample
 * @param withAdvice median time from opening to verdict
 * @param withoutAdvice the same on blind cases
 * @param training how far it is to training
 */
public record ReviewStatistics(
        long decisions,
        Map<String, Long> effects,
        int reviewed,
        Map<String, Integer> corrections,
        Map<String, Integer> kinds,
        Estimate accuracy,
        Estimate accepted,
        Estimate suite,
        Estimate explanation,
        Estimate helped,
        Estimate sample,
        Optional<Duration> withAdvice,
        Optional<Duration> withoutAdvice,
        Training training) {
    /** The correction rate that reviewers should find at most. */
    public static final double CORRECTION_GOAL = .1;

    public ReviewStatistics {
        effects = new TreeMap<>(effects);
        corrections = new TreeMap<>(corrections);
        kinds = new TreeMap<>(kinds);
    }

    /**
     * @param corrections cases whose current review corrects them
     * @param needed how many training asks for
     */
    public record Training(int corrections, int needed) {
        public boolean isReady() {
            return corrections >= needed;
        }
    }

    public static ReviewStatistics of(
            Tallies tallies, List<Reviewed> reviewed, ReviewSettings settings) {
        Draw draw = new Draw(settings);
        Map<String, Long> effects = new TreeMap<>();
        long judged = 0;
        long correct = 0;
        for (var entry : tallies.counts().entrySet()) {
            switch (entry.getKey().kind()) {
                case DECISION, IMPORTED -> {
                    effects.merge(entry.getKey().effect(), entry.getValue().records(), Long::sum);
                    judged += entry.getValue().judged();
                    correct += entry.getValue().correct();
                }
                case REFUSAL, ERASURE -> {}
            }
        }
        List<Review> every = reviewed.stream().flatMap(each -> each.reviews().stream()).toList();
        List<Reviewed> sampled =
                reviewed.stream().filter(each -> draw.isSampled(each.of().id())).toList();
        int corrected = count(reviewed, ReviewStatistics::isCorrected);
        return new ReviewStatistics(
                effects.values().stream().mapToLong(Long::longValue).sum(),
                effects,
                reviewed.size(),
                corrections(reviewed),
                kinds(reviewed),
                Estimate.share(count(reviewed, each -> !isEffectCorrected(each)), reviewed.size()),
                Estimate.share(reviewed.size() - corrected, reviewed.size()),
                Estimate.share(correct, judged),
                explanation(every),
                helped(every),
                Estimate.share(count(sampled, ReviewStatistics::isCorrected), sampled.size()),
                median(every, false),
                median(every, true),
                new Training(corrected, settings.correctionsToTrain()));
    }

    static boolean isCorrected(Reviewed reviewed) {
        return reviewed.current().verdict() instanceof Corrected;
    }

    private static boolean isEffectCorrected(Reviewed reviewed) {
        Case of = reviewed.of();
        return reviewed.current().verdict() instanceof Corrected corrected
                && corrected.decision().isPresent()
                && !corrected.decision().equals(of.effect());
    }

    private static int count(List<Reviewed> reviewed, Predicate<Reviewed> counts) {
        return (int) reviewed.stream().filter(counts).count();
    }

    private static Map<String, Integer> corrections(List<Reviewed> reviewed) {
        Map<String, Integer> parts = new TreeMap<>();
        for (Reviewed each : reviewed) {
            for (String part : parts(each.current().verdict())) {
                parts.merge(part, 1, Integer::sum);
            }
        }
        return parts;
    }

    private static List<String> parts(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        if (verdict instanceof Corrected corrected) {
            corrected.decision().ifPresent(_ -> parts.add("decision"));
            corrected.reasoning().ifPresent(_ -> parts.add("reasoning"));
            corrected.classification().ifPresent(_ -> parts.add("classification"));
            corrected.risk().ifPresent(_ -> parts.add("risk"));
            corrected.citations().ifPresent(_ -> parts.add("citations"));
        }
        return parts;
    }

    private static Map<String, Integer> kinds(List<Reviewed> reviewed) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Reviewed each : reviewed) {
            if (each.current().verdict() instanceof Corrected corrected) {
                corrected
                        .kind()
                        .map(Disagreement::label)
                        .ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
            }
        }
        return kinds;
    }

    private static Estimate explanation(List<Review> every) {
        List<Double> scores =
                every.stream()
                        .map(review -> review.looking().explanationScore())
                        .filter(score -> score.isPresent())
                        .map(score -> (double) score.getAsInt())
                        .toList();
        return Estimate.mean(scores, 1, 5);
    }

    private static Estimate helped(List<Review> every) {
        List<Boolean> answers =
                every.stream().flatMap(review -> review.looking().adviceHelped().stream()).toList();
        return Estimate.share(
                answers.stream().filter(Boolean::booleanValue).count(), answers.size());
    }

    private static Optional<Duration> median(List<Review> every, boolean blind) {
        List<Duration> times =
                every.stream()
                        .map(Review::looking)
                        .filter(looking -> looking.blind() == blind)
                        .map(Looking::took)
                        .flatMap(Optional::stream)
                        .sorted()
                        .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = times.get(times.size() / 2);
        Duration lower = times.get((times.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    /** Share of the decisions that were reviewed. */
    public OptionalDouble coverage() {
        return decisions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) reviewed / decisions);
    }
}
