package io.praetor.adapters.sqlite;

import io.praetor.log.ActorRecords;
import io.praetor.log.Batch;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogStatistics;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.Outline;
import io.praetor.log.RecordEraser;
import io.praetor.log.RecordId;
import io.praetor.log.Tallies;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A log in one SQLite file with a write-ahead log beside it. One process writes, any number read.
 * Thread-safe.
 */
public final class SqliteDecisionLog
        implements DecisionLog, LogStatistics, RecordEraser, ActorRecords, AutoCloseable {
    private final Path file;
    private final Optional<Writing> writing;
    private final LogReader reader;
    private final Object reading = new Object();

    private SqliteDecisionLog(Path file, Optional<Writing> writing, LogReader reader) {
        this.file = file;
        this.writing = writing;
        this.reader = reader;
    }

    private record Writing(LogLock lock, LogWriter writer) {}

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Opens a log for writing; creates it, and its folder, where there is none.
     *
     * @param originIfNew names the log where it is created, such as {@code praetor/UUID}
     * @throws LogUnavailableException where another process writes it, or it cannot be opened
     */
    public static SqliteDecisionLog open(Path file, Durability durability, String originIfNew) {
        return open(file, durability, originIfNew, List.of());
    }

    /** The same with further settings of SQLite, for this connection. */
    static SqliteDecisionLog open(
            Path file, Durability durability, String originIfNew, List<String> pragmas) {
        Connections.createFolder(file);
        LogLock lock = LogLock.on(file);
        try {
            LogWriter writer =
                    new LogWriter(
                            Connections.writing(file, durability, originIfNew, pragmas),
                            new Checkpointing(Connections.connect(file, false)));
            LogReader reader = new LogReader(Connections.reading(file), false);
            return new SqliteDecisionLog(file, Optional.of(new Writing(lock, writer)), reader);
        } catch (SQLException failure) {
            lock.close();
            throw SqliteFailure.of(file, failure);
        }
    }

    /** Opens a log that is there, to be read only. */
    public static SqliteDecisionLog read(Path file) {
        return guarded(
                file,
                () ->
                        new SqliteDecisionLog(
                                file,
                                Optional.empty(),
                                new LogReader(Connections.reading(file), false)));
    }

    /** Opens a log that may be damaged, to find out where; reads whatever can be read. */
    public static SqliteDecisionLog inspect(Path file) {
        return guarded(
                file,
                () ->
                        new SqliteDecisionLog(
                                file,
                                Optional.empty(),
                                new LogReader(Connections.inspecting(file), true)));
    }

    @Override
    public Outline outline() {
        return read(reader::outline);
    }

    @Override
    public void append(Batch batch) {
        Writing mine = writing();
        synchronized (mine) {
            guarded(
                    file,
                    () -> {
                        mine.writer().append(batch);
                        return true;
                    });
        }
    }

    @Override
    public List<ChainedRecord> page(long from, int max) {
        return read(() -> reader.page(from, max));
    }

    @Override
    public Optional<ChainedRecord> find(RecordId id) {
        return read(() -> reader.find(id));
    }

    @Override
    public Past latestOf(String actor, int max) {
        return read(() -> reader.latestOf(actor, max));
    }

    @Override
    public Tallies tallies() {
        return read(reader::tallies);
    }

    @Override
    public void erase(List<RecordId> records) {
        Writing mine = writing();
        synchronized (mine) {
            guarded(
                    file,
                    () -> {
                        mine.writer().erase(records);
                        return true;
                    });
        }
    }

    @Override
    public void close() {
        guarded(
                file,
                () -> {
                    reader.close();
                    if (writing.isPresent()) {
                        writing.get().writer().close();
                        writing.get().lock().close();
                    }
                    return true;
                });
    }

    private Writing writing() {
        return writing.orElseThrow(
                () -> new LogUnavailableException(file + ": log was opened for reading only"));
    }

    private <T> T read(Work<T> work) {
        synchronized (reading) {
            return guarded(file, work);
        }
    }

    private static <T> T guarded(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }
}
