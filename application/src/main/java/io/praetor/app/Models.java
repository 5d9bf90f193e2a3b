package io.praetor.app;

import io.praetor.adapters.http.Endpoint;
import io.praetor.adapters.http.Secret;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.adapters.llamacpp.LlamaModel;
import io.praetor.adapters.llamacpp.LlamaSettings;
import io.praetor.adapters.ollama.OllamaModel;
import io.praetor.adapters.openai.LlamaServerModel;
import io.praetor.adapters.openai.OpenAiModel;
import io.praetor.app.config.Config;
import io.praetor.reasoning.GuardedModel;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.Prompt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the configured language model: a server by its address, or a file by llama.cpp in this
 * process. Whatever is asked for and not to be had stops the start with {@link NoModel}.
 *
 * @param schemas for servers that take no grammar: the JSON schema that says the same as a grammar
 */
public record Models(Map<String, String> schemas) {
    /** A cold model on a slow disk takes this long, and no longer. */
    static final Duration OPEN_TIME = Duration.ofMinutes(2);

    /** Servers have slots of their own; a model in this process serves one caller at a time. */
    private static final int SERVER_TURNS = 4;

    public Models {
        Map<String, String> all = new HashMap<>(ModelSelfTest.SCHEMAS);
        all.putAll(schemas);
        schemas = Map.copyOf(all);
    }

    /**
     * A model that can be asked until it is closed.
     *
     * @param unguarded the same without queue, deadline and breaker, for before it serves
     */
    public record Open(GuardedModel model, LanguageModel unguarded, Runnable closing)
            implements AutoCloseable {
        private static Open of(LanguageModel opened, Config.Model settings, Runnable closing) {
            return new Open(guarded(opened, settings), opened, closing);
        }

        @Override
        public void close() {
            closing.run();
        }
    }

    /** The model, verified and guarded; throws where none is configured. */
    public Open open(Config.Model settings) {
        try {
            return settings.url().isPresent() ? server(settings) : inProcess(settings);
        } catch (LanguageModelException failure) {
            throw new NoModel(setting(settings), said(failure));
        }
    }

    private static GuardedModel guarded(LanguageModel opened, Config.Model settings) {
        int turns = settings.url().isPresent() ? SERVER_TURNS : 1;
        return new GuardedModel(
                opened,
                GuardedModel.Limits.of(turns, settings.queueMax(), settings.timeMax()),
                System::nanoTime);
    }

    /**
     * Asks a known question in the configured mode, which also loads what loads late.
     *
     * @param warm a prompt whose shared part is worth having in the model's cache
     */
    public static void selfTest(LanguageModel model, Config.Model settings, Prompt warm) {
        try {
            switch (settings.mode()) {
                case SCORE -> ModelSelfTest.score(model, warm, OPEN_TIME);
                case REASON -> ModelSelfTest.reason(model, warm, OPEN_TIME);
            }
        } catch (LanguageModelException failure) {
            throw new NoModel(setting(settings), "the self-test failed, " + said(failure));
        }
    }

    private static Open inProcess(Config.Model settings) {
        Path file =
                settings.path()
                        .orElseThrow(
                                () ->
                                        new NoModel(
                                                "model.path",
                                                "no model is configured; set it, or model.url"));
        if (!Files.isReadable(file)) {
            throw new NoModel("model.path", file + " is not there, or cannot be read");
        }
        LlamaModel opened =
                LlamaModel.open(
                        new LlamaSettings(
                                settings.library(),
                                file,
                                settings.sha256(),
                                List.of(),
                                settings.gpuLayers(),
                                settings.contextTokens(),
                                settings.threads(),
                                settings.queueMax(),
                                true),
                        System::nanoTime);
        return Open.of(opened, settings, opened::close);
    }

    private Open server(Config.Model settings) {
        URI url = settings.url().orElseThrow();
        ServerSettings asked =
                new ServerSettings(
                        new Endpoint(url, token(settings)),
                        settings.name(),
                        settings.sha256(),
                        settings.contextTokens(),
                        OPEN_TIME,
                        schemas);
        return switch (settings.api()) {
            case LLAMA_SERVER -> {
                LlamaServerModel opened = LlamaServerModel.open(asked);
                yield Open.of(opened, settings, opened::close);
            }
            case OLLAMA -> {
                OllamaModel opened = OllamaModel.open(asked);
                yield Open.of(opened, settings, opened::close);
            }
            case OPENAI -> {
                OpenAiModel opened = OpenAiModel.open(asked);
                yield Open.of(opened, settings, opened::close);
            }
        };
    }

    private static Optional<Secret> token(Config.Model settings) {
        if (settings.token().isPresent() || settings.tokenFile().isEmpty()) {
            return settings.token();
        }
        Path file = settings.tokenFile().get();
        try {
            return Optional.of(new Secret(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new NoModel("model.token-file", file + " holds no token that can be read");
        }
    }

    private static String setting(Config.Model settings) {
        return settings.url().isPresent() ? "model.url" : "model.path";
    }

    private static String said(LanguageModelException failure) {
        return String.valueOf(failure.getMessage());
    }
}
