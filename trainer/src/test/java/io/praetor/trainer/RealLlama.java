package io.praetor.trainer;

import io.praetor.adapters.llamacpp.LlamaFiles;
import io.praetor.adapters.llamacpp.LlamaLibrary;
import io.praetor.adapters.llamacpp.LlamaModel;
import io.praetor.adapters.llamacpp.LlamaSettings;
import io.praetor.trainer.model.Torch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real llama.cpp. A test that needs it fails where it is missing and says how to get it. */
public final class RealLlama {
    /** What {@code ./praetor fetch llama} fills. */
    private static final Path FOLDER =
            Path.of(Optional.ofNullable(System.getenv("PRAETOR_HOME")).orElse("../.praetor"))
                    .resolve("llama");

    private RealLlama() {}

    public static LlamaFiles files() {
        Torch.start(1);
        return new LlamaFiles(LlamaLibrary.open(FOLDER));
    }

    /** Close it. */
    static LlamaModel load(Path file) {
        Torch.start(1);
        return LlamaModel.open(
                new LlamaSettings(FOLDER, file, Optional.empty(), List.of(), 0, 0, 1, 0, true),
                System::nanoTime);
    }
}
