package io.praetor.rollout.life;

import io.praetor.rollout.statistics.Confidence;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Proportion;
import java.time.Duration;

/** Each gate as a function of its evidence. A gate fails only when the evidence is against it. */
public final class Gates {
    /** Seed 002, technical metrics: pass rate above 95 % on the test suite. */
    static final double SUITE_PASS_MIN = .95;

    /** Fewer labels leave the lower bound of a 90 % agreement under .86. */
    static final long LABELS_MIN = 200;

    /** Seed 002, shadow mode: above 80 % agreement in the first week, 90 % in the second. */
    static final double AGREEMENT_FIRST_WEEK = .80;

    static final double AGREEMENT_SECOND_WEEK = .90;

    /** Every kind of day once. */
    static final Duration SOAK = Duration.ofDays(7);

    /** A new model: seed 002 asks for two weeks of shadow. */
    static final Duration SOAK_NEW_MODEL = Duration.ofDays(14);

    /** Seed 002, advisory mode: override rate below 10 %. */
    static final double ADVISORY_OVERRIDES_MAX = .10;

    /** Accuracy and calibration may not be worse by more than this; their noise is. */
    static final double TOLERATED_LOSS = .02;

    private static final double Z = Confidence.ONE_SIDED_95;

    private Gates() {}

    public static GateOutcome parent(boolean inFamilyAndDifferent) {
        Answer answer = inFamilyAndDifferent ? Answer.PASSED : Answer.FAILED;
        double value = inFamilyAndDifferent ? 1 : 0;
        return GateOutcome.of(Gate.PARENT, answer, value, value, 1);
    }

    /** The suite is the whole population, so its share is held against the limit as it is. */
    public static GateOutcome suite(Proportion passed) {
        if (passed.trials() == 0) {
            return GateOutcome.unknown(Gate.SUITE);
        }
        double share = passed.rate();
        Answer answer = share > SUITE_PASS_MIN ? Answer.PASSED : Answer.FAILED;
        return GateOutcome.of(Gate.SUITE, answer, share, share, SUITE_PASS_MIN);
    }

    public static GateOutcome suiteWrongAllows(long wrongAllows) {
        Answer answer = wrongAllows == 0 ? Answer.PASSED : Answer.FAILED;
        return GateOutcome.counted(Gate.SUITE_WRONG_ALLOWS, answer, wrongAllows, 0);
    }

    public static GateOutcome labels(long paired) {
        Answer answer = paired >= LABELS_MIN ? Answer.PASSED : Answer.INCONCLUSIVE;
        return GateOutcome.counted(Gate.LABELS, answer, paired, LABELS_MIN);
    }

    /**
     * @param soaked time in shadow; from two full weeks on the second week's bar holds
     */
    public static GateOutcome agreement(Proportion agreed, Duration soaked) {
        boolean second = soaked.compareTo(SOAK_NEW_MODEL) >= 0;
        double limit = second ? AGREEMENT_SECOND_WEEK : AGREEMENT_FIRST_WEEK;
        Answer answer = Answer.INCONCLUSIVE;
        if (agreed.lower(Z) >= limit) {
            answer = Answer.PASSED;
        } else if (agreed.upper(Z) < limit) {
            answer = Answer.FAILED;
        }
        return GateOutcome.of(Gate.AGREEMENT, answer, agreed.rate(), agreed.lower(Z), limit);
    }

    /** Time in a stage; in days. */
    public static GateOutcome soak(Duration soaked, boolean newModel) {
        return soaked(soaked, newModel ? SOAK_NEW_MODEL : SOAK);
    }

    /** Time in a tier; in days. */
    public static GateOutcome soak(Duration soaked, Tier tier) {
        return soaked(soaked, tier.soakMin());
    }

    public static GateOutcome advisoryOverrides(Proportion overridden) {
        return overrides(overridden, ADVISORY_OVERRIDES_MAX);
    }

    public static GateOutcome tierOverrides(Proportion overridden, Tier tier) {
        return overrides(overridden, tier.overridesMax());
    }

    public static GateOutcome criticalFlags(Proportion critical) {
        if (critical.trials() == 0) {
            return GateOutcome.unknown(Gate.CRITICAL_FLAGS);
        }
        Answer answer = critical.hits() == 0 ? Answer.PASSED : Answer.FAILED;
        return GateOutcome.counted(Gate.CRITICAL_FLAGS, answer, critical.hits(), 0);
    }

    /** The level of the reward against what acts otherwise: the lower bound is not under it. */
    public static GateOutcome performance(Moments rewards, double baseline) {
        return notBelow(Gate.PERFORMANCE, rewards, baseline);
    }

    /** Changes of accuracy, per paired label or episode. */
    public static GateOutcome accuracy(Moments deltas) {
        return notBelow(Gate.ACCURACY, deltas, -TOLERATED_LOSS);
    }

    /** Changes of calibration, per paired label or episode. */
    public static GateOutcome calibration(Moments deltas) {
        return notBelow(Gate.CALIBRATION, deltas, -TOLERATED_LOSS);
    }

    private static GateOutcome notBelow(Gate gate, Moments sample, double limit) {
        if (sample.count() < 2) {
            return GateOutcome.unknown(gate);
        }
        Answer answer = Answer.INCONCLUSIVE;
        if (sample.lower(Z) >= limit) {
            answer = Answer.PASSED;
        } else if (sample.upper(Z) < limit) {
            answer = Answer.FAILED;
        }
        return GateOutcome.of(gate, answer, sample.mean(), sample.lower(Z), limit);
    }

    private static GateOutcome overrides(Proportion overridden, double limit) {
        Answer answer = Answer.INCONCLUSIVE;
        if (overridden.upper(Z) <= limit) {
            answer = Answer.PASSED;
        } else if (overridden.lower(Z) > limit) {
            answer = Answer.FAILED;
        }
        return GateOutcome.of(
                Gate.OVERRIDES, answer, overridden.rate(), overridden.upper(Z), limit);
    }

    private static GateOutcome soaked(Duration soaked, Duration limit) {
        Answer answer = soaked.compareTo(limit) >= 0 ? Answer.PASSED : Answer.INCONCLUSIVE;
        double days = days(soaked);
        return GateOutcome.of(Gate.SOAK, answer, days, days, days(limit));
    }

    private static double days(Duration duration) {
        return duration.toMillis() / (double) Duration.ofDays(1).toMillis();
    }
}
