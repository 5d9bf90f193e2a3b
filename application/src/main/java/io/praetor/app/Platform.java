package io.praetor.app;

import io.praetor.app.Doctor.Check;
import java.util.Locale;
import java.util.Optional;

/** Which native part each piece takes on this machine, by name. */
final class Platform {
    private Platform() {}

    static Check check(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        Optional<String> name =
                switch (processor) {
                    case "amd64", "x86_64" -> Optional.of("x64");
                    case "aarch64", "arm64" -> Optional.of("arm64");
                    default -> Optional.empty();
                };
        String machine = os + "-" + processor;
        if (!os.equals("linux") || name.isEmpty()) {
            return Check.ok(
                    "natives",
                    machine
                            + ": the log's SQLite comes in its jar where that has one; build"
                            + " llama.cpp 0.5.0 and name its folder in model.library, or set"
                            + " model.url");
        }
        String folder = name.get().equals("x64") ? "x86_64" : "aarch64";
        String runtime = name.get().equals("x64") ? "linux-x64" : "linux-aarch64";
        return Check.ok(
                "natives",
                ("%s: log sqlite-jdbc (org/sqlite/native/Linux/%s), model"
                                + " @node-llama-cpp/linux-%s@3.22.1, embeddings onnxruntime"
                                + " (ai/onnxruntime/native/%s)")
                        .formatted(machine, folder, name.get(), runtime));
    }
}
