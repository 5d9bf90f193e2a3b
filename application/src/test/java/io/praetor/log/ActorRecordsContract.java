package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.decision.Decision;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.policy.Effect;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Observed.PastDecision;
import io.praetor.situation.Situation;
import io.praetor.testing.TestSituations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every log keeps to when it is asked for an actor's past. */
public abstract class ActorRecordsContract {
    private final LogSamples samples = new LogSamples(new SplittableRandom(7));

    /**
     * A log by the ports that matter here.
     *
     * @param log empty when it is handed out
     */
    public record Kept(DecisionLog log, ActorRecords actors, RecordEraser eraser) {
        public static <L extends DecisionLog & ActorRecords & RecordEraser> Kept of(L log) {
            return new Kept(log, log, log);
        }
    }

    protected abstract Kept fresh();

    /** Records three decisions of an actor and gives their ids. */
    protected final List<String> recordThree(Kept kept, String actor) {
        return record(
                kept.log(),
                List.of(
                        decided(actor, "env:staging", Optional.empty()),
                        decided(actor, "env:staging", Optional.empty()),
                        decided(actor, "env:staging", Optional.empty())));
    }

    private static Situation situation(String actor, String resource) {
        return TestSituations.of("deploy").actor(actor).resource(resource).build();
    }

    /** A decision about such an action, everything else as it comes. */
    private DecisionRecord decided(String actor, String resource, Optional<Trial> trial) {
        Decision any = samples.decision();
        return DecisionRecord.of(
                new Decision(
                        any.id(),
                        any.decidedAt(),
                        situation(actor, resource),
                        any.version(),
                        Effect.DENY,
                        Effect.DENY,
                        any.risk(),
                        any.classification(),
                        any.path(),
                        any.clauses(),
                        any.obligations(),
                        any.reasons(),
                        any.confidence(),
                        any.trail(),
                        any.timing()),
                trial);
    }

    private static List<String> record(DecisionLog log, List<? extends LogEntry> entries) {
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            entries.forEach(recorder::record);
        }
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    protected static Observed observed(ActorRecords log, String actor) {
        return new LoggedHistory(log).of(situation(actor, ""));
    }

    @Test
    void nobodyHasAPastInAnEmptyLog() {
        Kept kept = fresh();
        assertThat(observed(kept.actors(), "user:ann")).isEqualTo(Observed.NOTHING);
    }

    @Test
    void theLastComeFirstAndOthersDoNot() {
        Kept kept = fresh();
        DecisionRecord first = decided("user:ann", "env:staging", Optional.empty());
        DecisionRecord other = decided("user:annette", "env:staging", Optional.empty());
        DecisionRecord second = decided("user:ann", "env:production", Optional.empty());
        record(kept.log(), List.of(first, other, second));
        Observed observed = observed(kept.actors(), "user:ann");
        assertThat(observed.last())
                .containsExactly(
                        new PastDecision(
                                second.id().value(),
                                TestSituations.OFFICE_HOURS,
                                "deploy",
                                "env:production",
                                Effect.DENY),
                        new PastDecision(
                                first.id().value(),
                                TestSituations.OFFICE_HOURS,
                                "deploy",
                                "env:staging",
                                Effect.DENY));
        assertThat(observed.overrideRate()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void noMoreThanTwentyAreShown() {
        Kept kept = fresh();
        List<DecisionRecord> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(decided("user:ann", "env:staging", Optional.empty()));
        }
        List<String> ids = record(kept.log(), many);
        assertThat(observed(kept.actors(), "user:ann").ids())
                .isEqualTo(ids.reversed().subList(0, Observed.DECISIONS_MAX));
    }

    @Test
    void suitesAndRefusalsAreNobodysPast() {
        Kept kept = fresh();
        Trial trial = new Trial(Effect.DENY, true, OptionalDouble.empty(), "s", List.of());
        DecisionRecord real = decided("user:ann", "env:staging", Optional.empty());
        record(
                kept.log(),
                List.of(
                        decided("user:ann", "env:staging", Optional.of(trial)),
                        real,
                        new LogEntry.RefusalRecord(
                                new RecordId("refused"), LogSamples.START, 1, List.of())));
        assertThat(observed(kept.actors(), "user:ann").ids()).containsExactly(real.id().value());
    }

    @Test
    void whatWasErasedIsNotFound() {
        Kept kept = fresh();
        DecisionRecord left = decided("user:ann", "env:staging", Optional.empty());
        DecisionRecord gone = decided("user:ann", "env:production", Optional.empty());
        record(kept.log(), List.of(left, gone));
        kept.eraser().erase(List.of(gone.id()));
        assertThat(observed(kept.actors(), "user:ann").ids()).containsExactly(left.id().value());
    }

    @Test
    void thePastEndsWithTheWindow() {
        Kept kept = fresh();
        DecisionRecord before = decided("user:ann", "env:staging", Optional.empty());
        DecisionRecord last = decided("user:ann", "env:staging", Optional.empty());
        List<EncodedRecord> encoded = new ArrayList<>();
        encoded.add(RecordCodec.encode(before, Salt.from(new SplittableRandom(1))));
        encoded.add(RecordCodec.encode(last, Salt.from(new SplittableRandom(2))));
        for (int i = 1; i < ActorRecords.WINDOW; i++) {
            LogEntry filler =
                    new LogEntry.RefusalRecord(
                            new RecordId("refused-" + i), LogSamples.START, 1, List.of());
            encoded.add(RecordCodec.encode(filler, Salt.from(new SplittableRandom(i))));
        }
        Chain chain = Chain.resume(kept.log());
        List<ChainedRecord> chained =
                encoded.stream().map(each -> chain.add(each, each.body().open().hash())).toList();
        kept.log().append(new Batch(chained, List.of(), new Tallies()));
        assertThat(observed(kept.actors(), "user:ann").ids()).containsExactly(last.id().value());
    }
}
