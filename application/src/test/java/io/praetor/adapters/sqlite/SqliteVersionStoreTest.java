package io.praetor.adapters.sqlite;

import static io.praetor.governance.GovernanceSamples.FAMILY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import io.praetor.governance.VersionStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteVersionStoreTest extends VersionStoreContract {
    @TempDir private Path folder = Path.of("");
    private final List<SqliteVersionStore> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(SqliteVersionStore::close);
    }

    @Override
    protected VersionStore fresh() {
        return open("governance-%d.db".formatted(opened.size()));
    }

    private SqliteVersionStore open(String name) {
        SqliteVersionStore store = SqliteVersionStore.open(folder.resolve(name));
        opened.add(store);
        return store;
    }

    @Test
    void whatOneProcessKeepsTheNextOneFinds() {
        VersionStore store = GovernanceSamples.founded(open("shared.db"));
        Optional<FamilyRecord> kept = store.family(FAMILY);
        assertThat(open("shared.db").family(FAMILY)).isEqualTo(kept).isPresent();
    }

    @Test
    void changesAndVersionsCannotBeRewrittenInTheFile() throws SQLException {
        GovernanceSamples.founded(open("kept.db"));
        String url = "jdbc:sqlite:" + folder.resolve("kept.db");
        for (String attack :
                List.of(
                        "UPDATE changes SET body = '{}'",
                        "DELETE FROM changes",
                        "UPDATE versions SET body = '{}'")) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(attack))
                        .hasMessageContaining("immutable");
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsUnavailableAndSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.db"), "no database".repeat(100));
        assertThatThrownBy(() -> SqliteVersionStore.open(file))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("broken.db")
                .hasMessageContaining("governance store cannot be used");
    }

    @Test
    void aFileOfANewerProgramIsLeftAlone() throws SQLException {
        open("newer.db").close();
        String url = "jdbc:sqlite:" + folder.resolve("newer.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> SqliteVersionStore.open(folder.resolve("newer.db")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99");
    }
}
