package io.praetor.review.agreement;

import io.praetor.policy.Effect;
import io.praetor.review.Case;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.Conduct;
import io.praetor.review.Draw;
import io.praetor.review.Estimate;
import io.praetor.review.Review;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far reviewers agree with each other, with the program where they did not see it, and with
 * what is known.
 *
 * @param nominal Krippendorff's alpha over the effects
 * @param ordinal the same over the effects in their order of strictness
 * @param pairs Cohen's kappa of each two reviewers, those with most in common first
 * @param conflicts how many cases wait for a third reviewer
 */
public record Agreement(
        Estimate nominal,
        Estimate ordinal,
        List<Pair> pairs,
        List<Reviewer> reviewers,
        int conflicts) {
    /** The newest cases with two opinions; agreement is about now. */
    static final int UNITS_MAX = 2_000;

    /** Two reviewers with one case in common say nothing; more pairs nobody reads. */
    static final int PAIRS_MAX = 50;

    private static final long SEED = 1;

    /** Their order is their strictness. */
    private static final List<Effect> BY_STRICTNESS = List.of(Effect.values());

    private static final int EFFECTS = BY_STRICTNESS.size();

    public Agreement {
        pairs = List.copyOf(pairs);
        reviewers = List.copyOf(reviewers);
    }

    /** Two reviewers of the same cases. */
    public record Pair(ReviewerId one, ReviewerId other, Estimate kappa) {}

    /**
     * One reviewer.
     *
     * @param reviews how many they gave
     * @param accepted share of the cases that they saw with the advice and accepted
     * @param blind share of the cases that they saw blind and decided as the program did
     * @param known share of the cases with a known answer that they got right
     */
    public record Reviewer(
            ReviewerId id, int reviews, Estimate accepted, Estimate blind, Estimate known) {}

    public static Agreement of(List<Reviewed> reviewed, Draw draw) {
        List<Reviewed> twice =
                reviewed.stream().filter(each -> each.opinions().size() > 1).toList();
        twice = twice.subList(Math.max(0, twice.size() - UNITS_MAX), twice.size());
        Ratings ratings =
                new Ratings(twice.stream().map(Agreement::ranks).toList(), EFFECTS).paired();
        Conduct conduct = new Conduct(draw);
        return new Agreement(
                Bootstrap.of(ratings, each -> Alpha.of(each, Scale.NOMINAL), SEED),
                Bootstrap.of(ratings, each -> Alpha.of(each, Scale.ORDINAL), SEED),
                pairs(twice),
                reviewers(reviewed, draw),
                (int)
                        reviewed.stream()
                                .filter(
                                        each ->
                                                conduct.need(each.of(), each.reviews())
                                                        == Conduct.Need.ADJUDICATION)
                                .count());
    }

    private static List<Integer> ranks(Reviewed reviewed) {
        return reviewed.opinions().stream().map(review -> rank(reviewed.of(), review)).toList();
    }

    private static int rank(Case of, Review review) {
        return BY_STRICTNESS.indexOf(Conduct.effect(of, review));
    }

    private record Names(ReviewerId one, ReviewerId other) {}

    private static List<Pair> pairs(List<Reviewed> twice) {
        Map<Names, List<List<Integer>>> units = new LinkedHashMap<>();
        for (Reviewed reviewed : twice) {
            List<Review> opinions =
                    reviewed.opinions().stream()
                            .sorted(Comparator.comparing(Review::reviewer))
                            .toList();
            for (int one = 0; one < opinions.size(); one++) {
                for (int other = one + 1; other < opinions.size(); other++) {
                    Names names =
                            new Names(opinions.get(one).reviewer(), opinions.get(other).reviewer());
                    units.computeIfAbsent(names, _ -> new ArrayList<>())
                            .add(
                                    List.of(
                                            rank(reviewed.of(), opinions.get(one)),
                                            rank(reviewed.of(), opinions.get(other))));
                }
            }
        }
        return units.entrySet().stream()
                .filter(pair -> pair.getValue().size() > 1)
                .sorted(Comparator.comparingInt(pair -> -pair.getValue().size()))
                .limit(PAIRS_MAX)
                .map(pair -> pair(pair.getKey(), new Ratings(pair.getValue(), EFFECTS)))
                .toList();
    }

    private static Pair pair(Names names, Ratings ratings) {
        return new Pair(names.one(), names.other(), Bootstrap.of(ratings, Kappa::of, SEED));
    }

    private static List<Reviewer> reviewers(List<Reviewed> reviewed, Draw draw) {
        Map<ReviewerId, Count> counts = new TreeMap<>();
        for (Reviewed each : reviewed) {
            for (Review review : each.reviews()) {
                counts.computeIfAbsent(review.reviewer(), _ -> new Count())
                        .add(each.of(), review, draw);
            }
        }
        List<Reviewer> reviewers = new ArrayList<>();
        counts.forEach((id, count) -> reviewers.add(count.reviewer(id)));
        return reviewers;
    }

    /** What is counted of one reviewer. */
    private static final class Count {
        private int shown;
        private int accepted;
        private int blind;
        private int same;
        private int known;
        private int right;

        void add(Case of, Review review, Draw draw) {
            boolean isAccepted = review.verdict() instanceof Verdict.Accepted;
            if (review.looking().blind()) {
                blind++;
                same += isAccepted ? 1 : 0;
            } else {
                shown++;
                accepted += isAccepted ? 1 : 0;
            }
            if (draw.isTest(of, review.reviewer())) {
                known++;
                boolean isRight = Optional.of(Conduct.effect(of, review)).equals(of.expected());
                right += isRight ? 1 : 0;
            }
        }

        Reviewer reviewer(ReviewerId id) {
            return new Reviewer(
                    id,
                    shown + blind,
                    Estimate.share(accepted, shown),
                    Estimate.share(same, blind),
                    Estimate.share(right, known));
        }
    }
}
