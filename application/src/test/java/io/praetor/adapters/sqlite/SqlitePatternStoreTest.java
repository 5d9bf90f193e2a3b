package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternSamples;
import io.praetor.patterns.PatternStore;
import io.praetor.patterns.PatternStoreContract;
import io.praetor.patterns.PatternsUnavailableException;
import io.praetor.testing.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePatternStoreTest extends PatternStoreContract {
    private static final Pattern ONE = PatternSamples.pattern(new Chance(1));

    @TempDir private Path folder;
    private final List<SqlitePatternStore> opened = new ArrayList<>();

    @Override
    protected PatternStore open() {
        SqlitePatternStore store =
                SqlitePatternStore.open(folder.resolve("patterns.db"), Durability.PROCESS);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(SqlitePatternStore::close);
    }

    @Test
    void whatIsKeptOutlivesTheStore() {
        open().keep(List.of(ONE), 9);
        close();
        opened.clear();
        PatternStore again = open();
        assertThat(again.all()).containsExactly(ONE);
        assertThat(again.reviewsRead()).isEqualTo(9);
    }

    @Test
    void aSecondProgramSeesWhatTheFirstKept() {
        PatternStore one = open();
        PatternStore other = open();
        one.keep(List.of(ONE), 1);
        assertThat(other.all()).containsExactly(ONE);
    }

    @Test
    void aFileThatIsNoStoreIsSaidToBeNone() throws IOException {
        Path file = folder.resolve("patterns.db");
        Files.writeString(file, "these are no patterns but a text of some length, as people write");
        assertThatThrownBy(() -> SqlitePatternStore.open(file, Durability.PROCESS))
                .isInstanceOf(PatternsUnavailableException.class)
                .hasMessageContaining("patterns.db");
    }
}
