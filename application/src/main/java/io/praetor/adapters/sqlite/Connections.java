package io.praetor.adapters.sqlite;

import io.praetor.log.LogUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Opens SQLite connections the way the log needs them. */
final class Connections {
    /** A page holds some ten records of usual size, so that little of it stays empty. */
    private static final int PAGE_BYTES = 16_384;

    /**
     * Pages in the write-ahead log at which the writer itself moves them to the database: 256 MB,
     * of which {@link Checkpointing} has moved most before; recovery takes about a second.
     */
    static final int CHECKPOINT_PAGES = 16_000;

    /** How long another program may hold the database before we call it locked. */
    private static final int BUSY_MILLIS_MAX = 5_000;

    private Connections() {}

    static Connection writing(
            Path file, Durability durability, String originIfNew, List<String> pragmas)
            throws SQLException {
        Connection connection = connect(file, false);
        try {
            run(
                    connection,
                    List.of(
                            "PRAGMA page_size = " + PAGE_BYTES,
                            "PRAGMA journal_mode = WAL",
                            "PRAGMA synchronous = " + durability.synchronous(),
                            "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES,
                            "PRAGMA foreign_keys = ON",
                            "PRAGMA secure_delete = ON"));
            run(connection, pragmas);
            Schema.bringUpToDate(connection, originIfNew);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    static Connection reading(Path file) throws SQLException {
        return reading(file, List.of());
    }

    /**
     * Reads a file that is shorter than its header says, which SQLite otherwise refuses whole. The
     * connection can write nothing, whatever the setting's name, and sees the log as it was when it
     * first looked, whoever writes meanwhile.
     */
    static Connection inspecting(Path file) throws SQLException {
        return reading(file, List.of("PRAGMA writable_schema = ON", "BEGIN"));
    }

    private static Connection reading(Path file, List<String> settings) throws SQLException {
        if (!Files.exists(file)) {
            throw LogUnavailableException.outOfReach(
                    file + ": no such log", new NoSuchFileException(file.toString()));
        }
        Connection connection = isArchived(file) ? connectArchived(file) : connect(file, true);
        try {
            run(connection, settings);
            Schema.checkReadable(connection);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /**
     * Whether the log lies where nothing can be written, whole in its one file: a copy on a medium
     * for reading only, or in a folder of somebody else's.
     */
    private static boolean isArchived(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null
                && !Files.isWritable(folder)
                && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    /**
     * SQLite would want its shared memory beside the file; nobody writes here, so it needs none.
     */
    private static Connection connectArchived(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:%s?immutable=1".formatted(file.toUri()));
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void createFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException failure) {
            throw new LogUnavailableException(
                    "%s: folder cannot be created: %s".formatted(folder, failure), failure);
        }
    }
}
