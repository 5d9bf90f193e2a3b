package io.praetor.log;

import io.praetor.decision.Decision;
import io.praetor.decision.DecisionRecorder;
import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.decision.RefusedRequest;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Records decisions and refusals in a chain: encodes on the caller's thread, then one writer
 * commits whatever has gathered. Returns when the record is as durable as the log was opened for,
 * or with the cause why it is not. Thread-safe; callers may be virtual threads.
 */
public final class ChainedRecorder implements DecisionRecorder, AutoCloseable {
    private final RecordWriter writer;
    private final RandomGenerator salts;

    private ChainedRecorder(RecordWriter writer, RandomGenerator salts) {
        this.writer = writer;
        this.salts = salts;
    }

    /**
     * What a recorder needs beside the log.
     *
     * @param clock dates tree heads
     * @param salts unguessable and thread-safe
     * @param key signs tree heads, where there is one
     */
    public record Settings(
            RecorderLimits limits,
            InstantSource clock,
            RandomGenerator salts,
            Optional<SigningKey> key) {}

    /**
     * Takes up the log where it ends, verifies its tail, and starts the writer.
     *
     * @throws LogUnavailableException where the log cannot be read or its tail is damaged
     */
    public static ChainedRecorder open(DecisionLog log, Settings settings) {
        HeadKeeper heads = new HeadKeeper(settings.clock(), settings.key());
        RecordWriter writer = new RecordWriter(log, settings.limits(), heads, Chain.resume(log));
        writer.start();
        return new ChainedRecorder(writer, settings.salts());
    }

    @Override
    public Recording record(Decision decision) {
        return record(DecisionRecord.of(decision, Optional.empty()));
    }

    @Override
    public Recording record(RefusedRequest refused) {
        return record(RefusalRecord.of(refused));
    }

    /** Records any entry, such as one that is imported. */
    public Recording record(LogEntry entry) {
        EncodedRecord encoded;
        try {
            encoded = RecordCodec.encode(entry, Salt.from(salts));
        } catch (IllegalArgumentException unwritable) {
            return new NotRecorded("record cannot be encoded: " + unwritable.getMessage());
        }
        return writer.write(new Submission(entry, encoded));
    }

    /** The same recorder for a suite, which knows what each decision should have been. */
    public DecisionRecorder judgedBy(Function<Decision, Trial> judge) {
        ChainedRecorder plain = this;
        return new DecisionRecorder() {
            @Override
            public Recording record(Decision decision) {
                return plain.record(
                        DecisionRecord.of(decision, Optional.of(judge.apply(decision))));
            }

            @Override
            public Recording record(RefusedRequest refused) {
                return plain.record(refused);
            }
        };
    }

    /** Commits what waits, then stops; whoever records afterwards gets NotRecorded. */
    @Override
    public void close() {
        writer.close();
    }
}
