package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** People who review, some of them careful and some not: five of a hundred verdicts are wrong. */
final class Reviewers {
    /** How often each of them errs; .05 on average. */
    private static final double[] ERRORS = {.01, .02, .04, .06, .08, .09};

    private final SplittableRandom random;

    Reviewers(SplittableRandom random) {
        this.random = random;
    }

    /**
     * What one of them says the decision should have been.
     *
     * @param atLeast what the rules said: nobody asks for less
     */
    Effect verdict(Effect right, Effect atLeast) {
        boolean errs = random.nextDouble() < ERRORS[random.nextInt(ERRORS.length)];
        List<Effect> wrong =
                Arrays.stream(Effect.values())
                        .filter(each -> each != right && each != Effect.REQUIRE_MFA)
                        .filter(each -> !each.isWeakerThan(atLeast))
                        .toList();
        return errs && !wrong.isEmpty() ? Words.oneOf(wrong, random) : right;
    }
}
