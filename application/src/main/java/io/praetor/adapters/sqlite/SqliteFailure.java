package io.praetor.adapters.sqlite;

import io.praetor.log.LogUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what an SQLite failure means for the log, and what to do. */
final class SqliteFailure {
    private SqliteFailure() {}

    static LogUnavailableException of(Path file, SQLException failure) {
        SQLiteErrorCode code = primary(code(failure));
        String message = file + ": " + meaning(code, failure);
        return switch (code) {
            case SQLITE_READONLY,
                    SQLITE_CANTOPEN,
                    SQLITE_PERM,
                    SQLITE_AUTH,
                    SQLITE_BUSY,
                    SQLITE_LOCKED ->
                    LogUnavailableException.outOfReach(message, failure);
            default -> new LogUnavailableException(message, failure);
        };
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException own
                ? own.getResultCode()
                : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
    }

    private static String meaning(SQLiteErrorCode code, SQLException failure) {
        return switch (code) {
            case SQLITE_FULL -> "disk is full; free some space, nothing that was released is lost";
            case SQLITE_READONLY -> "log cannot be written; check the rights of file and folder";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "log cannot be opened; check that file and folder are there and readable";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "log is locked by another program; close that program";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    "log is damaged (%s); run `praetor log verify`".formatted(said(failure));
            case SQLITE_CONSTRAINT ->
                    "record is already there or breaks a rule of the log: " + said(failure);
            default -> "log failed: " + said(failure);
        };
    }

    /** Extended codes keep their primary code in the low byte. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static String said(SQLException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "no message").replace('\n', ' ');
    }
}
