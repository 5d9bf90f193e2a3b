package io.praetor.adapters.sqlite;

import io.praetor.log.DecisionLogContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDecisionLogTest extends DecisionLogContract {
    @TempDir private Path folder;

    private final List<SqliteDecisionLog> opened = new ArrayList<>();

    @Override
    protected Kept fresh() {
        Path file = folder.resolve(opened.size() + ".db");
        opened.add(SqliteDecisionLog.open(file, Durability.PROCESS, "test/sqlite"));
        return Kept.of(opened.getLast());
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteDecisionLog::close);
    }
}
