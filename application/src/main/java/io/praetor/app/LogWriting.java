package io.praetor.app;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.config.Config;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * A decision log that is open for writing, and its recorder. Closing it commits what waits.
 *
 * @param ids for records that are no decisions
 */
public record LogWriting(SqliteDecisionLog log, ChainedRecorder recorder, TimeOrderedIds ids)
        implements AutoCloseable {
    /** Opens the log in {@code file} on the system's clock and secure randomness. */
    public static LogWriting open(Path file, Config.Log config) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        TimeOrderedIds ids = new TimeOrderedIds(clock, random);
        SqliteDecisionLog log =
                SqliteDecisionLog.open(file, config.durability(), "praetor/" + ids.get());
        ChainedRecorder recorder =
                ChainedRecorder.open(
                        log,
                        new ChainedRecorder.Settings(
                                config.limits(), clock, random, config.key().map(LogWriting::key)));
        return new LogWriting(log, recorder, ids);
    }

    /** The key that signs tree heads; a file without one is bad input. */
    public static SigningKey key(Path file) {
        try {
            return SigningKey.ofPem(Files.readString(file));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(file + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        recorder.close();
        log.close();
    }
}
