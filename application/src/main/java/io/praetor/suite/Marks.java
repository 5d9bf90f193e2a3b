package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How one answer compares with what its scenario says is right.
 *
 * @param isRight whether the decision is the expected one or acceptable
 * @param isWrongAllow whether it allows what may not be allowed
 * @param isDoorRight whether the door refused exactly where it had to
 * @param covered reasoning elements that the explanation covers
 * @param missed those it does not
 * @param hits answered clauses that are expected
 */
public record Marks(
        boolean isRight,
        boolean isWrongAllow,
        boolean isDoorRight,
        List<String> covered,
        List<String> missed,
        List<ClauseId> hits) {
    public Marks {
        covered = List.copyOf(covered);
        missed = List.copyOf(missed);
        hits = List.copyOf(hits);
    }

    public static Marks of(Scenario scenario, Answer answer, CoverageMeasure measure) {
        boolean isRight = !answer.isAbstained() && scenario.isRight(answer.effect());
        List<String> covered =
                scenario.elements().stream()
                        .filter(element -> measure.covers(answer.explanation(), element))
                        .toList();
        return new Marks(
                isRight,
                !answer.isAbstained() && answer.effect() == Effect.ALLOW && !isRight,
                answer.isRefused() == scenario.isRefused(),
                covered,
                scenario.elements().stream().filter(e -> !covered.contains(e)).toList(),
                answer.clauses().stream().filter(scenario.clauses()::contains).toList());
    }

    /** Share of the elements that are covered, in [0, 1]; absent where there are none. */
    public OptionalDouble coverage() {
        int elements = covered.size() + missed.size();
        return elements == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) covered.size() / elements);
    }
}
