package io.praetor.review.queue;

import io.praetor.policy.Effect;
import io.praetor.review.Case;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What looking at a case is worth: the chance that the decision is wrong, times what is at stake.
 * The signs of error combine as independent causes do (noisy-or).
 *
 * @param uncertainty chance by low confidence, or because a default decided
 * @param mismatch chance because evaluators differ
 * @param novelty chance because nothing like it was reviewed
 * @param failed chance because a suite expected something else; never shown where that is a test
 * @param stakes what a wrong decision costs, in [0, 1]
 */
public record Worth(
        double uncertainty, double mismatch, double novelty, double failed, double stakes) {
    /** A default decides where nothing was known: as good as a coin. */
    private static final double UNSETTLED = .5;

    /** Where two evaluators differ, one of them is wrong. */
    private static final double MISMATCH = .5;

    /** Among cases of a sort that nobody looked at, one in five is wrong until we know better. */
    private static final double NOVELTY = .2;

    /** A suite can be wrong too. */
    private static final double FAILED = .9;

    /** A wrong denial delays work; a wrong permission does the harm itself. */
    private static final double DELAY = .6;

    /**
     * @param reviewsOfSort how many cases of its sort were reviewed; novelty is shared among them
     */
    public static Worth of(Case looked, int reviewsOfSort) {
        double uncertainty =
                Math.max(
                        1 - Math.clamp(looked.doubt().confidence(), 0, 1),
                        looked.doubt().isUnsettled() ? UNSETTLED : 0);
        boolean isAllowed = looked.effect().equals(Optional.of(Effect.ALLOW));
        return new Worth(
                uncertainty,
                looked.doubt().isMismatch() ? MISMATCH : 0,
                NOVELTY / (1 + reviewsOfSort),
                looked.isIncorrect() ? FAILED : 0,
                cost(looked.traits().tier()) * (isAllowed ? 1 : DELAY));
    }

    private static double cost(RiskLevel tier) {
        return switch (tier) {
            case LOW -> .1;
            case MEDIUM -> .3;
            case HIGH -> .7;
            case CRITICAL -> 1;
        };
    }

    /** The chance that the decision is wrong. */
    public double chance() {
        return 1 - (1 - uncertainty) * (1 - mismatch) * (1 - novelty) * (1 - failed);
    }

    public double value() {
        return chance() * stakes;
    }

    /** In words and numbers, most telling first, the sum at the end. */
    List<String> reasons(Case of, int reviewsOfSort) {
        List<String> reasons = new ArrayList<>();
        if (failed > 0) {
            reasons.add("a suite expected another decision (%s)".formatted(figure(failed)));
        }
        if (mismatch > 0) {
            reasons.add("evaluators came to different effects (%s)".formatted(figure(mismatch)));
        }
        if (of.doubt().isUnsettled()) {
            reasons.add("a default decided (%s)".formatted(figure(uncertainty)));
        } else if (uncertainty > 0) {
            reasons.add(
                    "confidence %s (%s)"
                            .formatted(figure(of.doubt().confidence()), figure(uncertainty)));
        }
        reasons.add(
                "%s of its sort reviewed: `%s` (%s)"
                        .formatted(
                                reviewsOfSort == 0 ? "none" : String.valueOf(reviewsOfSort),
                                of.traits().sort(),
                                figure(novelty)));
        reasons.add(
                "stakes %s: %s at tier %s"
                        .formatted(
                                figure(stakes),
                                of.effect().map(Effect::label).orElse("no known effect"),
                                of.traits().tier().label()));
        reasons.add(
                "worth %s = chance of error %s times stakes %s"
                        .formatted(figure(value()), figure(chance()), figure(stakes)));
        return reasons;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
