package io.praetor.adapters.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where there is no library to be had, which needs none. */
class LlamaLibraryTest {
    @TempDir Path folder;

    @Test
    void anAbsentFolderSaysWhatToRun() {
        check(folder.resolve("absent"), Failure.UNAVAILABLE, "is no folder that can be read");
    }

    @Test
    void anEmptyFolderSaysWhatToRun() {
        check(folder, Failure.UNAVAILABLE, "holds no libllama.so");
    }

    @Test
    void aFileThatIsNoLibraryIsAMismatch() throws IOException {
        Files.writeString(folder.resolve("libllama.so"), "no library");
        check(folder, Failure.MISMATCH, "does not load on this machine");
    }

    @Test
    void aLibraryOfAnotherVersionIsAMismatch() throws IOException {
        Path any = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
        Files.copy(any, folder.resolve("libllama.so.0.4.9"));
        check(folder, Failure.MISMATCH, "expected 0.5.0");
    }

    private static void check(Path folder, Failure failure, String message) {
        assertThatThrownBy(() -> LlamaLibrary.open(folder))
                .isInstanceOfSatisfying(
                        LanguageModelException.class,
                        thrown -> assertThat(thrown.failure()).isEqualTo(failure))
                .hasMessageContaining(message)
                .hasMessageContaining("run `./praetor fetch llama`");
    }
}
