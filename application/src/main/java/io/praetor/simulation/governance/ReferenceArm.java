package io.praetor.simulation.governance;

import io.praetor.rollout.credibility.EvidenceWindow;
import io.praetor.rollout.credibility.ReferenceFormula;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.evidence.Matured;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.statistics.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The seed's formula as it was published, on the same outcomes and with the same four evaluations,
 * and nothing beside it: no detectors, no flag that stops by itself.
 *
 * @param min the minimum that the same bootstrap finds for this formula
 */
record ReferenceArm(Acceptance acceptance, double min) {
    private static final ReferenceFormula FORMULA = new ReferenceFormula(Acceptance.INDEX);

    /** As for the index itself: a full window, drawn so often, its .1 % quantile. */
    private static final int RESAMPLES = 2_000;

    private static final int DRAWN = 250;
    private static final double QUANTILE = .001;

    /** What the formula would have done on one tape. */
    record Verdict(Trial.Reference stops, List<Trace.Score> scores) {
        Verdict {
            scores = List.copyOf(scores);
        }
    }

    static ReferenceArm of(Acceptance acceptance, RandomGenerator random) {
        List<Matured> baseline = acceptance.baseline();
        double[] scores = new double[RESAMPLES];
        for (int index = 0; index < RESAMPLES; index++) {
            EvidenceWindow window = new EvidenceWindow(World.CODEBOOK);
            for (int drawn = 0; drawn < DRAWN; drawn++) {
                Matured one = baseline.get(random.nextInt(baseline.size()));
                window.add(one.episode(), one.outcome());
            }
            scores[index] = FORMULA.of(window);
        }
        return new ReferenceArm(acceptance, Quantile.of(scores, QUANTILE));
    }

    Verdict judge(Tape tape) {
        EvidenceWindow window = new EvidenceWindow(World.CODEBOOK);
        acceptance.baseline().forEach(one -> window.add(one.episode(), one.outcome()));
        Pending pending = new Pending();
        tape.episodes()
                .forEach(
                        drawn ->
                                pending.add(
                                        drawn,
                                        Acceptance.episode(drawn.place(), Mode.ENFORCED, 1)));
        List<Trace.Score> scores = new ArrayList<>();
        int matured = 0;
        for (Pending.Flight flight : pending.dueBefore(tape.episodes().size())) {
            window.add(flight.episode(), flight.drawn().outcome());
            matured++;
            if (matured % Thresholds.EPISODES_BETWEEN == 0) {
                scores.add(new Trace.Score(flight.drawn().due(), FORMULA.of(window)));
            }
        }
        Trial.Reference stops =
                new Trial.Reference(stop(scores, Thresholds.DEFAULT.min()), stop(scores, min));
        return new Verdict(stops, scores);
    }

    /** The first evaluation that completes four in a row below the minimum. */
    private static OptionalInt stop(List<Trace.Score> scores, double min) {
        int below = 0;
        for (Trace.Score score : scores) {
            below = score.score() < min ? below + 1 : 0;
            if (below == Thresholds.EVALUATIONS) {
                return OptionalInt.of(score.episode());
            }
        }
        return OptionalInt.empty();
    }
}
