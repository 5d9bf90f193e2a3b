package io.praetor.bench;

import io.praetor.adapters.llamacpp.LlamaModel;
import io.praetor.adapters.llamacpp.LlamaSettings;
import io.praetor.bench.Figure.Unit;
import io.praetor.policy.Effect;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decisions by label scores from a model in this process, whose prompts share their beginning: with
 * what the model made of it kept, and without.
 *
 * @param root the repository
 * @param questions asked of each
 */
record ModelFigures(Path root, int questions) {
    private static final Path LIBRARY = Path.of(".praetor", "llama");
    private static final Path MODEL = Path.of("models", "demo.gguf");
    private static final Path POLICY = Path.of("policies", "team-default.yaml");

    /** About what a prompt's clauses and examples take. */
    private static final int SHARED_CHARS = 6_000;

    private static final int WARM_UPS = 3;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> LABELS =
            Arrays.stream(Effect.values()).map(Effect::label).toList();

    /** Nothing where llama.cpp was not fetched. */
    List<Figure> measure() {
        Path library = setting("PRAETOR_MODEL_LIBRARY", LIBRARY);
        if (!Files.isDirectory(library)) {
            System.err.println("bench: no llama.cpp; run `./praetor fetch llama`");
            return List.of();
        }
        LlamaSettings kept = LlamaSettings.of(library, setting("PRAETOR_MODEL_PATH", MODEL));
        return List.of(measure("shared part kept", kept), measure("nothing kept", forgetful(kept)));
    }

    private Path setting(String variable, Path usual) {
        return root.resolve(
                Optional.ofNullable(System.getenv(variable)).map(Path::of).orElse(usual));
    }

    private static LlamaSettings forgetful(LlamaSettings settings) {
        return new LlamaSettings(
                settings.library(),
                settings.model(),
                settings.sha256(),
                settings.adapters(),
                settings.gpuLayers(),
                settings.contextTokens(),
                settings.threads(),
                settings.waitingMax(),
                false);
    }

    private Figure measure(String who, LlamaSettings settings) {
        String shared = shared();
        try (LlamaModel model = LlamaModel.open(settings, System::nanoTime)) {
            for (int number = 0; number < WARM_UPS; number++) {
                ask(model, shared, -1 - number);
            }
            long[] nanos = new long[questions];
            for (int number = 0; number < questions; number++) {
                long started = System.nanoTime();
                ask(model, shared, number);
                nanos[number] = System.nanoTime() - started;
            }
            Arrays.sort(nanos);
            return new Figure(
                    "%s, one decision by label scores, p50".formatted(model.card().name()),
                    who,
                    nanos[questions / 2] / 1e6,
                    Unit.MILLIS);
        }
    }

    private static void ask(LanguageModel model, String shared, int number) {
        String situation = "\nA developer restarts worker %d of staging.\n".formatted(number);
        model.score(
                new Prompt("You decide whether an action may proceed.", shared, situation, ""),
                LABELS,
                LONG);
    }

    private String shared() {
        try {
            return Files.readString(root.resolve(POLICY)).substring(0, SHARED_CHARS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
