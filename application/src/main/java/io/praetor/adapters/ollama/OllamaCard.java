package io.praetor.adapters.ollama;

import io.praetor.adapters.http.Deadline;
import io.praetor.adapters.http.JsonClient;
import io.praetor.adapters.http.ModelChoice;
import io.praetor.adapters.http.Reply;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.ModelCard;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Ollama says about a model. */
final class OllamaCard {
    /** What Ollama takes a name without a tag for. */
    private static final String TAG = ":latest";

    private OllamaCard() {}

    static ModelCard of(JsonClient client, ServerSettings settings, Deadline deadline) {
        String version = client.get("/api/version", deadline).at("version").text();
        Reply models = client.get("/api/tags", deadline).at("models");
        List<String> names = models.elements().stream().map(it -> it.at("name").text()).toList();
        String name = ModelChoice.among(names, settings.name().map(OllamaCard::tagged));
        Reply model = models.elements().get(names.indexOf(name));
        String digest = model.at("digest").text().replaceFirst("^sha256:", "");
        ModelChoice.checkDigest(settings.sha256(), digest);
        Reply shown =
                client.post(
                        "/api/show",
                        JsonMapper.shared().createObjectNode().put("model", name),
                        deadline);
        return new ModelCard(
                name,
                digest,
                shown.at("details").maybe("quantization_level").map(Reply::text).orElse(""),
                ModelChoice.context(settings.contextTokens(), trained(shown.at("model_info"))),
                List.of(),
                "ollama " + version);
    }

    private static String tagged(String name) {
        return name.contains(":") ? name : name + TAG;
    }

    private static Optional<Integer> trained(Reply info) {
        return info.maybe("general.architecture")
                .map(Reply::text)
                .flatMap(architecture -> info.maybe(architecture + ".context_length"))
                .map(Reply::whole);
    }
}
