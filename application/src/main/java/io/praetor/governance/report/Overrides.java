package io.praetor.governance.report;

import io.praetor.policy.ClauseId;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.Disagreement;
import io.praetor.review.Estimate;
import io.praetor.review.Verdict.Corrected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often reviewers decided otherwise, by what their newest review of a case says.
 *
 * @param rate of the reviewed cases
 * @param kinds by the way in which it was wrong; {@code unclear} also where nobody said
 * @param clauses by each clause that a wrong decision rested on
 */
public record Overrides(Estimate rate, Map<String, Integer> kinds, Map<String, Integer> clauses) {
    /** What the deployment checklist tolerates. */
    public static final double RATE_MAX = .10;

    public Overrides {
        kinds = new TreeMap<>(kinds);
        clauses = new TreeMap<>(clauses);
    }

    static Overrides of(List<Reviewed> reviewed) {
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Integer> clauses = new TreeMap<>();
        int overridden = 0;
        for (Reviewed each : reviewed) {
            if (isOverride(each)) {
                overridden++;
                kinds.merge(kind(each).label(), 1, Integer::sum);
                for (ClauseId clause : each.of().traits().clauses()) {
                    clauses.merge(clause.value(), 1, Integer::sum);
                }
            }
        }
        return new Overrides(Estimate.share(overridden, reviewed.size()), kinds, clauses);
    }

    /** Better words or another classification are no override. */
    private static boolean isOverride(Reviewed reviewed) {
        return reviewed.current().verdict() instanceof Corrected corrected
                && (corrected.decision().isPresent() || corrected.kind().isPresent());
    }

    private static Disagreement kind(Reviewed reviewed) {
        return Optional.of(reviewed.current().verdict())
                .filter(Corrected.class::isInstance)
                .map(Corrected.class::cast)
                .flatMap(Corrected::kind)
                .orElse(Disagreement.UNCLEAR);
    }

    public boolean isTooMany() {
        return rate.low() > RATE_MAX;
    }
}
