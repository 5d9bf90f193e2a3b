package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseTest {
    @TempDir private Path folder;

    @Test
    void aRehearsalSaysNothingAndLeavesNothing() {
        assertThat(Ran.in(folder, "rehearse")).isEqualTo(new Ran(0, "", ""));
        assertThat(folder).isEmptyDirectory();
    }
}
