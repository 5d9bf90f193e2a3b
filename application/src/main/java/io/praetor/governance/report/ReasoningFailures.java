package io.praetor.governance.report;

import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.Particulars;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Opinion;
import io.praetor.review.Estimate;
import io.praetor.situation.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how often reasoning was asked for and came to nothing, and why. Not thread-safe. */
public final class ReasoningFailures {
    /** What the deployment checklist tolerates. */
    public static final double RATE_MAX = .01;

    private final Map<String, Long> causes = new TreeMap<>();
    private long asked;

    /** Counts a record; one whose personal parts were erased says nothing. */
    public void add(DecisionRecord record) {
        Optional<Opinion> said =
                record.particulars().map(Particulars::trail).flatMap(trail -> trail.reasoning());
        if (said.isEmpty()) {
            return;
        }
        asked++;
        if (said.get().evaluation() instanceof Indeterminate open) {
            cause(open.cause()).ifPresent(cause -> causes.merge(cause, 1L, Long::sum));
        }
    }

    /** Empty where it answered, and its answer was not good enough to count. */
    private static Optional<String> cause(String said) {
        if (said.contains(Unreadable.SAID)) {
            return Optional.of("unreadable");
        }
        for (Failure failure : Failure.values()) {
            if (said.contains(failure.prefix())) {
                return Optional.of(Labels.of(failure));
            }
        }
        return Optional.empty();
    }

    public Map<String, Long> causes() {
        return Map.copyOf(causes);
    }

    public Estimate rate() {
        return Estimate.share(causes.values().stream().mapToLong(Long::longValue).sum(), asked);
    }

    public boolean isTooMany() {
        return rate().low() > RATE_MAX;
    }
}
