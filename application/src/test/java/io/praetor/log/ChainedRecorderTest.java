package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.memory.MemoryDecisionLog;
import io.praetor.decision.Decision;
import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.decision.Recording.Recorded;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.policy.Effect;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a recorder says when its log fails, fills up or stands still. */
class ChainedRecorderTest {
    private final LogSamples samples = new LogSamples(new SplittableRandom(11));
    private final MemoryDecisionLog memory = new MemoryDecisionLog("test/recorder");

    /** A log in memory on which somebody else has a hand. */
    private record Handled(MemoryDecisionLog kept, Appending appending) implements DecisionLog {
        @Override
        public Outline outline() {
            return kept.outline();
        }

        @Override
        public void append(Batch batch) {
            appending.append(kept, batch);
        }

        @Override
        public List<ChainedRecord> page(long from, int max) {
            return kept.page(from, max);
        }

        @Override
        public Optional<ChainedRecord> find(RecordId id) {
            return kept.find(id);
        }
    }

    @FunctionalInterface
    private interface Appending {
        void append(MemoryDecisionLog kept, Batch batch);
    }

    private static ChainedRecorder.Settings settings(RecorderLimits limits) {
        return new ChainedRecorder.Settings(
                limits, InstantSource.fixed(LogSamples.START), new Random(5), Optional.empty());
    }

    private void checkSound(int records) {
        Verification verification = new LogVerifier(memory, memory).verify(List.of(), _ -> {});
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.head().size()).isEqualTo(records);
    }

    @Test
    void aFailedAppendIsNotRecordedAndTheNextOneIs() {
        checkRecovery(
                (kept, batch) -> {
                    throw new LogUnavailableException("disk is full");
                },
                2);
    }

    @Test
    void anAppendThatFailedAfterItWasKeptBreaksNothing() {
        checkRecovery(
                (kept, batch) -> {
                    kept.append(batch);
                    throw new LogUnavailableException("disk is full");
                },
                3);
    }

    private void checkRecovery(Appending failing, int records) {
        int[] appended = {0};
        Handled log =
                new Handled(
                        memory,
                        (kept, batch) -> {
                            if (++appended[0] == 2) {
                                failing.append(kept, batch);
                            } else {
                                kept.append(batch);
                            }
                        });
        try (ChainedRecorder recorder =
                ChainedRecorder.open(log, settings(RecorderLimits.DEFAULT))) {
            assertThat(recorder.record(samples.record())).isInstanceOf(Recorded.class);
            assertThat(recorder.record(samples.record()))
                    .isEqualTo(new NotRecorded("disk is full"));
            assertThat(recorder.record(samples.record()))
                    .extracting(recording -> ((Recorded) recording).sequence())
                    .isEqualTo(records - 1L);
        }
        checkSound(records);
    }

    @Test
    void whoFindsTheQueueFullOrTheLogAtAStandstillIsNotRecorded()
            throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Handled log =
                new Handled(
                        memory,
                        (kept, batch) -> {
                            begun.countDown();
                            awaitQuietly(released);
                            kept.append(batch);
                        });
        RecorderLimits limits = new RecorderLimits(1, 1, Duration.ofMillis(1));
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
                ChainedRecorder recorder = ChainedRecorder.open(log, settings(limits))) {
            Future<Recording> first = pool.submit(() -> recorder.record(samples.record()));
            begun.await();
            assertThat(first.get())
                    .isEqualTo(
                            new NotRecorded(
                                    "log did not finish in 2 ms; the record may still be kept"));
            assertThat(recorder.record(samples.record()))
                    .isEqualTo(new NotRecorded("log did not come to it in 1 ms"));
            assertThat(recorder.record(samples.record()))
                    .isEqualTo(
                            new NotRecorded(
                                    "1 records wait for the log, and none was taken in 1 ms"));
            released.countDown();
        }
        checkSound(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aClosedRecorderRecordsNothing() {
        ChainedRecorder recorder = ChainedRecorder.open(memory, settings(RecorderLimits.DEFAULT));
        recorder.record(samples.record());
        recorder.close();
        recorder.close();
        assertThat(recorder.record(samples.record())).isEqualTo(new NotRecorded("log is closed"));
        checkSound(1);
    }

    @Test
    void aRecordThatCannotBeWrittenDownIsNotRecorded() {
        try (ChainedRecorder recorder =
                ChainedRecorder.open(memory, settings(RecorderLimits.DEFAULT))) {
            assertThat(
                            recorder.record(
                                    new ErasureRecord(
                                            new RecordId("e"),
                                            LogSamples.START,
                                            List.of(),
                                            "half a character: \ud800",
                                            "user:olivia")))
                    .isEqualTo(
                            new NotRecorded(
                                    "record cannot be encoded: text is not Unicode: lone surrogate"
                                            + " at index 18"));
        }
        checkSound(0);
    }

    @Test
    void aSuiteSaysWhatItExpected() {
        Decision decision = samples.decision();
        Trial trial = new Trial(Effect.DENY, false, OptionalDouble.of(.5), "E01", List.of("edge"));
        try (ChainedRecorder recorder =
                ChainedRecorder.open(memory, settings(RecorderLimits.DEFAULT))) {
            recorder.judgedBy(_ -> trial).record(decision);
        }
        assertThat(RecordCodec.decode(memory.page(0, 1).getFirst().record()))
                .isEqualTo(DecisionRecord.of(decision, Optional.of(trial)));
    }

    @Test
    void aDamagedTailIsNotBuiltUpon() {
        ChainedRecorder recorder = ChainedRecorder.open(memory, settings(RecorderLimits.DEFAULT));
        recorder.record(samples.record());
        recorder.record(samples.record());
        recorder.close();
        MemoryDecisionLog forged = new MemoryDecisionLog("test/forged");
        forged.append(new Batch(memory.page(0, 2), List.of(), new Tallies()));
        assertThatThrownBy(() -> ChainedRecorder.open(forged, settings(RecorderLimits.DEFAULT)))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessage(
                        "log is damaged at record 0: its hash does not match; run `praetor log"
                                + " verify`");
    }
}
