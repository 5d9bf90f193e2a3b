package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteFailureTest {
    private static void check(SQLiteErrorCode code, String expected) {
        SQLException failure = new SQLiteException("said\nso", code);
        assertThat(SqliteFailure.of(Path.of("log.db"), failure)).hasMessage("log.db: " + expected);
    }

    @Test
    void everyFailureSaysWhatToDo() {
        check(
                SQLiteErrorCode.SQLITE_FULL,
                "disk is full; free some space, nothing that was released is lost");
        check(
                SQLiteErrorCode.SQLITE_READONLY_DBMOVED,
                "log cannot be written; check the rights of file and folder");
        check(
                SQLiteErrorCode.SQLITE_CANTOPEN_ISDIR,
                "log cannot be opened; check that file and folder are there and readable");
        check(
                SQLiteErrorCode.SQLITE_BUSY_RECOVERY,
                "log is locked by another program; close that program");
        check(SQLiteErrorCode.SQLITE_CORRUPT, "log is damaged (said so); run `praetor log verify`");
        check(SQLiteErrorCode.SQLITE_NOTADB, "log is damaged (said so); run `praetor log verify`");
        check(
                SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE,
                "record is already there or breaks a rule of the log: said so");
        check(SQLiteErrorCode.SQLITE_IOERR_WRITE, "log failed: said so");
    }
}
