package io.praetor.app.config;

import io.praetor.adapters.http.Secret;
import io.praetor.app.BadInput;
import io.praetor.app.config.Config.Model;
import io.praetor.app.config.Config.Reasoning;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads who reasons, and by which language model. */
record ModelReader(Values values, Map<String, String> environment) {
    /** Holds the server's token itself; it is no setting, so that no file can hold it. */
    static final String TOKEN_VARIABLE = "PRAETOR_MODEL_TOKEN";

    private static final int GPU_LAYERS_MAX = 10_000;
    private static final int THREADS_MAX = 1024;
    private static final int CONTEXT_MIN = 256;
    private static final int CONTEXT_MAX = 1 << 20;
    private static final int QUEUE_MAX = 10_000;
    private static final int HOUR_MILLIS = 3_600_000;

    Reasoning reasoning(Reasoning usual) {
        Reasoning.By by =
                values.choice(
                        Setting.REASONING_BY,
                        ConfigReader.words(Reasoning.By.values()),
                        usual.by());
        boolean hasModel =
                values.text(Setting.MODEL_PATH)
                        .or(() -> values.text(Setting.MODEL_URL))
                        .isPresent();
        if (by == Reasoning.By.MODEL && !hasModel) {
            values.refuse(
                    Setting.REASONING_BY,
                    "`reasoning.by` is model, and no model is configured; set `model.path` or"
                            + " `model.url`");
        }
        return new Reasoning(
                by,
                values.parsed(Setting.PROMPT_VARIANT, ModelReader::folderName)
                        .orElse(usual.promptVariant()),
                values.choice(
                        Setting.EMBEDDINGS,
                        ConfigReader.words(Reasoning.Embeddings.values()),
                        usual.embeddings()));
    }

    Model model(Model usual) {
        Optional<URI> url = values.parsed(Setting.MODEL_URL, ModelReader::serverUrl);
        if (url.isPresent() && values.text(Setting.MODEL_PATH).isPresent()) {
            values.refuse(
                    Setting.MODEL_URL,
                    "`model.url` and `model.path` are both set; one model reasons, so drop one");
        }
        return new Model(
                values.path(Setting.MODEL_PATH),
                values.path(Setting.MODEL_LIBRARY).orElse(usual.library()),
                values.parsed(Setting.MODEL_SHA256, ModelReader::digest),
                values.whole(Setting.MODEL_GPU_LAYERS, usual.gpuLayers(), -1, GPU_LAYERS_MAX),
                values.whole(Setting.MODEL_THREADS, usual.threads(), 0, THREADS_MAX),
                url,
                values.choice(
                        Setting.MODEL_API, ConfigReader.words(Model.Api.values()), usual.api()),
                values.text(Setting.MODEL_NAME),
                values.path(Setting.MODEL_TOKEN_FILE),
                token(),
                values.whole(
                        Setting.MODEL_CONTEXT, usual.contextTokens(), CONTEXT_MIN, CONTEXT_MAX),
                values.choice(
                        Setting.MODEL_MODE, ConfigReader.words(Model.Mode.values()), usual.mode()),
                Duration.ofMillis(
                        values.whole(
                                Setting.MODEL_TIME,
                                (int) usual.timeMax().toMillis(),
                                1,
                                HOUR_MILLIS)),
                values.whole(Setting.MODEL_QUEUE, usual.queueMax(), 0, QUEUE_MAX));
    }

    private Optional<Secret> token() {
        try {
            return Optional.ofNullable(environment.get(TOKEN_VARIABLE))
                    .filter(token -> !token.isBlank())
                    .map(token -> new Secret(token.strip()));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(TOKEN_VARIABLE + ": " + refused.getMessage());
        }
    }

    private static String folderName(String text) {
        if (!text.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("the name of a folder under prompts");
        }
        return text;
    }

    private static String digest(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("64 hexadecimal digits");
        }
        return lower;
    }

    /** Credentials have a place of their own, and a query would be lost behind the paths. */
    private static URI serverUrl(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException noUri) {
            throw new IllegalArgumentException("an http or https address", noUri);
        }
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "an http or https address without user, query and fragment");
        }
        return url;
    }
}
