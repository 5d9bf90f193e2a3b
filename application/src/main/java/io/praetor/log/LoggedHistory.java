package io.praetor.log;

import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.retrieval.ActorHistory;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Observed.PastDecision;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An actor's past as the log has it. Before the situation is what was recorded before it is asked:
 * a caller may date its request, and hides nothing by it.
 *
 * <p>Where the log cannot be read it throws {@link LogUnavailableException}: an unknown past is not
 * an empty one.
 */
public record LoggedHistory(ActorRecords records) implements ActorHistory {
    @Override
    public Observed of(Situation situation) {
        ActorRecords.Past past = records.latestOf(situation.actor().id(), Observed.DECISIONS_MAX);
        List<PastDecision> decisions =
                past.records().stream()
                        .flatMap(found -> decision(found.record()).stream())
                        .toList();
        OptionalDouble rate =
                past.reviewed() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) past.corrected() / past.reviewed());
        return new Observed(decisions, rate);
    }

    private static Optional<PastDecision> decision(EncodedRecord record) {
        return RecordCodec.decode(record) instanceof DecisionRecord decided
                ? decided.particulars().map(said -> past(decided, said.situation()))
                : Optional.empty();
    }

    private static PastDecision past(DecisionRecord decided, Situation then) {
        return new PastDecision(
                decided.id().value(),
                then.at(),
                then.action().type(),
                then.resource().id(),
                decided.effect());
    }
}
