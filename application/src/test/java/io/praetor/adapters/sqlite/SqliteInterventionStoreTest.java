package io.praetor.adapters.sqlite;

import io.praetor.intervention.InterventionStore;
import io.praetor.intervention.InterventionStoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInterventionStoreTest extends InterventionStoreContract {
    @TempDir private Path folder = Path.of("");
    private final List<SqliteInterventionStore> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(SqliteInterventionStore::close);
    }

    @Override
    protected InterventionStore fresh() {
        SqliteInterventionStore store =
                SqliteInterventionStore.open(folder.resolve("governance.db"));
        opened.add(store);
        return store;
    }
}
