package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.decision.DecisionId;
import io.praetor.decision.Recording;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.RefusedRequest;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.situation.Refusal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every log keeps to, however it stores its records. */
public abstract class DecisionLogContract {
    /** A recorder's settings with a fixed clock and salts from a seed. */
    public static ChainedRecorder.Settings settings() {
        return new ChainedRecorder.Settings(
                RecorderLimits.DEFAULT,
                InstantSource.fixed(LogSamples.START),
                new Random(7),
                Optional.empty());
    }

    /**
     * A log by its three ports.
     *
     * @param log empty when it is handed out
     */
    public record Kept(DecisionLog log, LogStatistics statistics, RecordEraser eraser) {
        public static <L extends DecisionLog & LogStatistics & RecordEraser> Kept of(L log) {
            return new Kept(log, log, log);
        }

        public Verification verified() {
            return new LogVerifier(log, statistics).verify(List.of(), _ -> {});
        }
    }

    private final LogSamples samples = new LogSamples(new SplittableRandom(2026));

    protected abstract Kept fresh();

    private List<Recording> recorded(Kept kept, int count) {
        List<Recording> recordings = new ArrayList<>();
        try (ChainedRecorder recorder = ChainedRecorder.open(kept.log(), settings())) {
            for (int index = 0; index < count; index++) {
                recordings.add(recorder.record(samples.record()));
            }
        }
        return recordings;
    }

    private Batch batch(Chain chain, List<EncodedRecord> records) {
        List<ChainedRecord> chained = new ArrayList<>();
        Tallies tallies = new Tallies();
        for (EncodedRecord record : records) {
            chained.add(chain.add(record, record.body().open().hash()));
            tallies.add(RecordCodec.decode(record));
        }
        return new Batch(chained, List.of(), tallies);
    }

    @Test
    void anEmptyLogHasANameAndNothingElse() {
        Kept kept = fresh();
        assertThat(kept.log().outline().origin()).isNotEmpty();
        assertThat(kept.log().outline().heads()).isEmpty();
        assertThat(kept.log().page(0, 10)).isEmpty();
        assertThat(kept.log().find(new RecordId("nobody"))).isEmpty();
        assertThat(kept.statistics().tallies()).isEqualTo(new Tallies());
        assertThat(kept.verified().findings()).isEmpty();
    }

    @Test
    void whatWasAppendedReadsBackEqual() {
        Kept kept = fresh();
        Chain chain = Chain.resume(kept.log());
        Batch first = batch(chain, samples.encoded(7));
        Batch second = batch(chain, samples.encoded(5));
        kept.log().append(first);
        kept.log().append(second);
        List<ChainedRecord> all = new ArrayList<>(first.records());
        all.addAll(second.records());
        assertThat(kept.log().page(0, 100)).isEqualTo(all);
        assertThat(kept.log().page(3, 4)).isEqualTo(all.subList(3, 7));
        assertThat(kept.log().page(12, 4)).isEmpty();
        for (ChainedRecord record : all) {
            assertThat(kept.log().find(record.record().id())).contains(record);
        }
    }

    @Test
    void aBatchIsKeptWholeOrNotAtAll() {
        Kept kept = fresh();
        Chain chain = Chain.resume(kept.log());
        Batch first = batch(chain, samples.encoded(3));
        kept.log().append(first);
        Tallies before = kept.statistics().tallies();
        List<EncodedRecord> more = new ArrayList<>(samples.encoded(2));
        more.add(first.records().get(1).record());
        checkRefused(kept, batch(chain.copy(), more));
        more.set(2, more.getFirst());
        checkRefused(kept, batch(chain.copy(), more));
        checkRefused(kept, batch(Chain.empty("another"), samples.encoded(2)));
        assertThat(kept.log().page(0, 100)).isEqualTo(first.records());
        assertThat(kept.statistics().tallies()).isEqualTo(before);
        kept.log().append(batch(chain, samples.encoded(2)));
        assertThat(kept.verified().findings()).isEmpty();
    }

    private static void checkRefused(Kept kept, Batch batch) {
        assertThatThrownBy(() -> kept.log().append(batch))
                .isInstanceOf(LogUnavailableException.class);
    }

    @Test
    void theRecorderTakesUpWhereTheLogEnded() {
        Kept kept = fresh();
        List<Recording> recordings = recorded(kept, 3);
        recordings.addAll(recorded(kept, 2));
        List<ChainedRecord> all = kept.log().page(0, 10);
        assertThat(recordings)
                .isEqualTo(
                        all.stream()
                                .map(r -> new Recorded(r.sequence(), r.hash().toString()))
                                .toList());
        assertThat(all.getFirst().follows(ChainedRecord.genesis(kept.log().outline().origin())))
                .isTrue();
        assertThat(all.getLast().follows(all.get(3).hash())).isTrue();
    }

    @Test
    void aHeadIsKeptForEveryBlock() {
        Kept kept = fresh();
        recorded(kept, 2 * TreeHead.INTERVAL + 10);
        Frontier tree = new Frontier();
        List<Hash> roots = new ArrayList<>();
        for (ChainedRecord record : kept.log().page(0, 3 * TreeHead.INTERVAL)) {
            tree.add(record.leaf());
            if (tree.size() % TreeHead.INTERVAL == 0) {
                roots.add(tree.root());
            }
        }
        assertThat(kept.log().outline().heads()).extracting(TreeHead::root).isEqualTo(roots);
        assertThat(kept.verified().head())
                .isEqualTo(
                        new Checkpoint(
                                kept.log().outline().origin(),
                                2 * TreeHead.INTERVAL + 10,
                                tree.root()));
        assertThat(kept.verified().findings()).isEmpty();
        assertThat(Chain.resume(kept.log()).checkpoint()).isEqualTo(kept.verified().head());
    }

    @Test
    void refusalsAreRecordedToo() {
        Kept kept = fresh();
        RefusedRequest refused =
                new RefusedRequest(
                        new DecisionId(new UUID(1, 2)),
                        LogSamples.START,
                        List.of(new Refusal("actor_id", "is empty")));
        try (ChainedRecorder recorder = ChainedRecorder.open(kept.log(), settings())) {
            recorder.record(refused);
        }
        ChainedRecord record = kept.log().page(0, 1).getFirst();
        assertThat(RecordCodec.decode(record.record()))
                .isEqualTo(LogEntry.RefusalRecord.of(refused));
    }

    @Test
    void theTalliesAreThoseOfTheRecords() {
        Kept kept = fresh();
        recorded(kept, 60);
        recorded(kept, 40);
        Tallies expected = new Tallies();
        kept.log().page(0, 1000).forEach(r -> expected.add(RecordCodec.decode(r.record())));
        assertThat(kept.statistics().tallies().counts().keySet())
                .isEqualTo(expected.counts().keySet());
        assertThat(kept.statistics().tallies().latencies()).isEqualTo(expected.latencies());
        assertThat(kept.statistics().tallies().records()).isEqualTo(100);
    }

    @Test
    void callersAtTheSameTimeEachGetTheirOwnPlace() throws InterruptedException {
        Kept kept = fresh();
        int callers = 400;
        List<Future<Recording>> outcomes = new ArrayList<>();
        List<LogEntry> entries = new ArrayList<>();
        for (int index = 0; index < callers; index++) {
            entries.add(samples.record());
        }
        try (ChainedRecorder recorder = ChainedRecorder.open(kept.log(), settings());
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            entries.forEach(entry -> outcomes.add(pool.submit(() -> recorder.record(entry))));
        }
        assertThat(outcomes.stream().map(DecisionLogContract::sequence).sorted().toList())
                .isEqualTo(LongStream.range(0, callers).boxed().toList());
        assertThat(kept.verified().findings()).isEmpty();
    }

    private static long sequence(Future<Recording> outcome) {
        try {
            return outcome.get() instanceof Recorded recorded ? recorded.sequence() : -1;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void erasureTakesThePersonalPartsAndLeavesTheChainWhole() {
        Kept kept = fresh();
        recorded(kept, 5);
        List<ChainedRecord> before = kept.log().page(0, 10);
        RecordId first = before.get(1).record().id();
        RecordId second = before.get(3).record().id();
        kept.eraser().erase(List.of(first));
        assertThat(kept.verified().findings())
                .extracting(Verification.Finding::toString)
                .containsExactly(
                        "record 1 `%s`: its personal parts are gone, and no erasure record names it"
                                .formatted(first));
        try (ChainedRecorder recorder = ChainedRecorder.open(kept.log(), settings())) {
            recorder.record(
                    new ErasureRecord(
                            new RecordId("erasure"),
                            LogSamples.START,
                            List.of(first, second),
                            "a person asked",
                            "user:olivia"));
        }
        kept.eraser().erase(List.of(first, second));
        List<ChainedRecord> after = kept.log().page(0, 5);
        for (int index = 0; index < 5; index++) {
            EncodedRecord record = after.get(index).record();
            assertThat(record.body().open()).isEqualTo(before.get(index).record().body().open());
            assertThat(after.get(index).hash()).isEqualTo(before.get(index).hash());
            assertThat(record.body().personal().isPresent()).isEqualTo(index != 1 && index != 3);
        }
        assertThat(kept.verified().findings()).isEmpty();
        assertThat(kept.verified().erased()).isEqualTo(2);
    }
}
